package org.cairncache.testkit.sample;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairncache.spi.StoreContext;

/** {@link Fault#KEY_DROPPED_IN_ITERATION}. */
final class KeyDroppedInIteration<K, V> extends SampleStore<K, V> {
  private static final int PAGE = 100;

  KeyDroppedInIteration(SampleMedium medium, StoreContext<K, V> context) {
    super(medium, context);
  }

  @Override
  public Stream<K> keys() {
    return IntStream.iterate(0, from -> from + PAGE)
        .mapToObj(this::page)
        .takeWhile(page -> !page.isEmpty())
        .flatMap(List::stream);
  }

  private List<K> page(int from) {
    return super.keys().skip(from).limit(PAGE).toList();
  }
}
