package org.cairncache.jcache;

import java.util.Objects;
import javax.cache.processor.EntryProcessor;
import javax.cache.processor.EntryProcessorException;
import javax.cache.processor.MutableEntry;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * The entry as one run of a processor sees and changes it. What counts is how the run ends: the
 * calls in between change nothing. Belongs to the thread that runs the processor.
 */
final class ProcessorEntry<K, V> implements MutableEntry<K, V> {
  /** What the run would leave behind if it ended now. */
  private enum State {
    UNTOUCHED,
    READ,
    LOADED,
    SET,
    REMOVED
  }

  private final K key;
  private final @Nullable Stored<V> live;
  private final @Nullable Loading<K, V> readThrough;
  private final Copying copying;
  private State state = State.UNTOUCHED;
  private @Nullable V loaded;
  private boolean deleted;
  private @Nullable V value;

  private ProcessorEntry(
      K key, @Nullable Stored<V> live, @Nullable Loading<K, V> readThrough, Copying copying) {
    this.key = key;
    this.live = live;
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
    return live -> {
      ProcessorEntry<K, V> entry = new ProcessorEntry<>(key, live, readThrough, copying);
      T result = entry.process(processor, arguments);
      return new Step<>(entry.change(), Lookup.of(live != null), result);
    };
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
  public <T> T unwrap(Class<T> type) {
    return Unwrapping.unwrap(this, type);
  }

  private <T> @Nullable T process(EntryProcessor<K, V, T> processor, Object[] arguments) {
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
