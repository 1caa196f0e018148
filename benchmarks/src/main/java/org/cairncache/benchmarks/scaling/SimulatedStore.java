package org.cairncache.benchmarks.scaling;

import java.util.stream.Stream;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.jspecify.annotations.Nullable;

/**
 * One node's view of a {@link Medium}, as the last level of a chain sees it: reads, blind puts and
 * notices. Nothing else is simulated. For one thread.
 */
final class SimulatedStore implements Store<Integer, Long> {
  private final Medium medium;
  private InvalidationListener<? super Integer> node = new Deaf();

  SimulatedStore(Medium medium) {
    this.medium = medium;
  }

  private record Deaf() implements InvalidationListener<Integer> {
    @Override
    public void invalidated(Integer key) {}

    @Override
    public void allInvalidated() {}
  }

  @Override
  public Stored<Long> get(Integer key) {
    return medium.read(key);
  }

  @Override
  public Stored<Long> put(Integer key, Long value, Lifetime lifetime) {
    return medium.write(key, node);
  }

  @Override
  public Subscription onInvalidation(InvalidationListener<? super Integer> listener) {
    node = listener;
    return medium.listen(listener);
  }

  @Override
  public @Nullable Stored<Long> replace(
      Integer key,
      @Nullable Stored<Long> expected,
      Long value,
      Lifetime lifetime,
      Attributes attributes) {
    throw notSimulated();
  }

  @Override
  public boolean remove(Integer key, Stored<Long> expected) {
    throw notSimulated();
  }

  @Override
  public boolean touch(Integer key, Stored<Long> expected, long expiresAtMillis) {
    throw notSimulated();
  }

  @Override
  public Stream<Integer> keys() {
    throw notSimulated();
  }

  @Override
  public void clear() {
    throw notSimulated();
  }

  private static UnsupportedOperationException notSimulated() {
    return new UnsupportedOperationException("Only reads and puts are simulated");
  }

  @Override
  public void close() {}
}
