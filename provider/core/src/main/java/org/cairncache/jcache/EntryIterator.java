package org.cairncache.jcache;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.cache.Cache;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * Iterates over snapshots of live entries, fetching {@value #PAGE} at a time where that saves
 * requests. An access counts when the entry is about to be returned. Belongs to one thread.
 */
final class EntryIterator<K, V> implements Iterator<Cache.Entry<K, V>> {
  private static final int PAGE = 100;

  private record Found<K, V>(K key, Stored<V> stored) {}

  private final Store<K, V> store;
  private final Reader<K, V> reader;
  private final Updater<K, V> updater;
  private final Copying copying;
  private final BooleanSupplier closed;
  private final boolean inPages;
  private final Stream<K> stream;
  private final Iterator<K> keys;
  private final Deque<Found<K, V>> page = new ArrayDeque<>();
  private @Nullable Entry<K, V> next;
  private @Nullable Entry<K, V> last;

  EntryIterator(
      Store<K, V> store,
      Reader<K, V> reader,
      Updater<K, V> updater,
      Copying copying,
      BooleanSupplier closed,
      boolean inPages) {
    this.store = store;
    this.reader = reader;
    this.updater = updater;
    this.copying = copying;
    this.closed = closed;
    this.inPages = inPages;
    this.stream = store.keys();
    this.keys = stream.iterator();
  }

  /**
   * Whether there is another entry, which {@link #next} then returns even if the cache is closed
   * meanwhile.
   *
   * @throws IllegalStateException if the cache was closed before it was found
   */
  @Override
  public boolean hasNext() {
    if (next != null) {
      return true;
    }
    checkOpen();
    while (next == null && hasMore()) {
      if (inPages) {
        Found<K, V> found = page.remove();
        next = entry(found.key, reader.iterate(found.key, found.stored));
      } else {
        K key = keys.next();
        next = entry(key, reader.iterate(key));
      }
    }
    return next != null;
  }

  private @Nullable Entry<K, V> entry(K key, @Nullable V value) {
    return value == null ? null : new Entry<>(copying.copyKey(key), value);
  }

  @Override
  public Cache.Entry<K, V> next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    last = next;
    next = null;
    return last;
  }

  /** Removes the key that was returned last, whatever its value is by now. */
  @Override
  public void remove() {
    if (last == null) {
      throw new IllegalStateException("Call next first");
    }
    checkOpen();
    K key = last.key();
    last = null;
    updater.update(key, Operations.remove());
  }

  private void checkOpen() {
    if (closed.getAsBoolean()) {
      throw new IllegalStateException("The cache was closed during the iteration");
    }
  }

  private boolean hasMore() {
    boolean more = inPages ? fetch() : keys.hasNext();
    if (!more) {
      stream.close();
    }
    return more;
  }

  // Of a page of keys there may be no entry left.
  private boolean fetch() {
    while (page.isEmpty()) {
      Set<K> wanted = new LinkedHashSet<>();
      while (wanted.size() < PAGE && keys.hasNext()) {
        wanted.add(keys.next());
      }
      if (wanted.isEmpty()) {
        return false;
      }
      Map<K, Stored<V>> found = store.getAll(wanted);
      for (K key : wanted) {
        Stored<V> stored = found.get(key);
        if (stored != null) {
          page.add(new Found<>(key, stored));
        }
      }
    }
    return true;
  }
}
