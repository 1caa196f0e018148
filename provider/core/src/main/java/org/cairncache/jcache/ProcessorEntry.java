package org.cairncache.jcache;

import java.util.Objects;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.MutableEntry;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * A processor as an operation, and the entry as its run sees and changes it. What counts is how the
 * run ends: the calls in between change nothing. Belongs to the thread that runs the processor.
 */
final class ProcessorEntry<K, V, T> implements MutableEntry<K, V>, Operation<V, T> {
  /** What the run would leave behind if it ended now. */
  private enum State {
    UNTOUCHED,
    READ,
    LOADED,
    SET,
    REMOVED
  }

  private final K key;
  private final EntryProcessor<K, V, T> processor;
  private final Object[] arguments;
  private final @Nullable Loading<K, V> readThrough;
  private final Copying copying;
  private @Nullable Stored<V> live;
  private State state = State.UNTOUCHED;
  private @Nullable V loaded;
  private boolean deleted;
  private @Nullable V value;

  private ProcessorEntry(
      K key,
      EntryProcessor<K, V, T> processor,
      Object[] arguments,
      @Nullable Loading<K, V> readThrough,
      Copying copying) {
    this.key = key;
    this.processor = processor;
    this.arguments = arguments;
    this.readThrough = readThrough;
    this.copying = copying;
  }

  /** A processor as an operation: it may run again when its decision lost a race. */
  static <K, V, T> Operation<V, T> operation(
      K key,
      EntryProcessor<K, V, T> processor,
      Object[] arguments,
      @Nullable Loading<K, V> readThrough,
      Copying copying) {
    return new ProcessorEntry<>(key, processor, arguments, readThrough, copying);
  }

  @Override
  public Step<V, T> decide(@Nullable Stored<V> latest) {
    live = latest;
    state = State.UNTOUCHED;
    loaded = null;
    deleted = false;
    value = null;
    T result = process();
    return new Step<>(change(), Lookup.of(live != null), result);
  }

  @Override
  public K getKey() {
    return copying.copyKey(key);
  }

  /** True from the start for an entry that is there; never loads. */
  @Override
  public boolean exists() {
    return state == State.UNTOUCHED ? live != null : value != null;
  }

  @Override
  public @Nullable V getValue() {
    if (state == State.UNTOUCHED) {
      if (live != null) {
        value = copying.share(live.value());
        state = State.READ;
      } else if (readThrough != null) {
        loaded = copying.copyOrNull(readThrough.fetch(key));
        value =
            copying.shareOrNull(loaded); // what the processor does to it in place does not count
        state = loaded == null ? State.UNTOUCHED : State.LOADED;
      }
    }
    return value;
  }

  @Override
  public void setValue(V value) {
    if (value == null) {
      throw new NullPointerException("value");
    }
    this.value = value;
    state = State.SET;
  }

  @Override
  public void remove() {
    // What this run alone made up is gone as if it never was; all else is deleted, also in the
    // source.
    deleted |= state != State.SET;
    boolean madeUp = live == null && loaded == null && !deleted;
    state = madeUp ? State.UNTOUCHED : State.REMOVED;
    value = null;
  }

  @Override
  public <U> U unwrap(Class<U> type) {
    return Unwrapping.unwrap(this, type);
  }

  private @Nullable T process() {
    try {
      return processor.process(this, arguments);
    } catch (EntryProcessorException failure) {
      throw failure; // its cause is the original already
    } catch (Exception failure) { // also a checked one that the processor does not declare
      throw new EntryProcessorException(failure);
    }
  }

  private Change<V> change() {
    return switch (state) {
      case UNTOUCHED -> Change.keep();
      case READ -> Change.access();
      case REMOVED -> Change.delete();
      case LOADED -> Change.Write.load(Objects.requireNonNull(loaded));
      case SET -> Change.Write.put(copying.copy(Objects.requireNonNull(value)));
    };
  }
}
