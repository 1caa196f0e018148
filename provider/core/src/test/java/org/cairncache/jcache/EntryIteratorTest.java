package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairncache.spi.Stored;
import org.cairncache.spi.TinyStore;
import org.junit.jupiter.api.Test;

/** What an iteration makes of changes meanwhile. */
class EntryIteratorTest {
  /** Of so many keys every entry goes between the listing and the look. */
  private static final class Emptied extends TinyStore<Integer, String> {
    private static final int KEYS = 5_000_000;

    @Override
    public Stream<Integer> keys() {
      return IntStream.range(0, KEYS).boxed();
    }

    @Override
    public Map<Integer, Stored<String>> getAll(Set<? extends Integer> keys) {
      return Map.of();
    }
  }

  @Test
  void hasNext_millionsOfKeysWithoutEntries_isFalseInTheEnd() {
    var iterator = new EntryIterator<>(new Emptied(), null, null, null, () -> false, true);

    assertThat(iterator.hasNext()).isFalse();
  }
}
