package org.cairncache.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.cache.Cache;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever lies where an entry should: it is a miss or the entry, and it can be replaced. */
public abstract class ForgedObjects {
  private static final int FORGERIES = Boolean.getBoolean("nightly") ? 20_000 : 1_000;
  private static final int KINDS = 6;
  private static final String NAME = ObjectPlace.name("c", "k");
  private static final String VALUE = "value".repeat(20);

  private final ObjectPlace place = place();
  private final OwnManager manager = place.manager();
  private final Cache<String, String> cache = manager.cache("c");
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  /** A new bucket. */
  protected abstract ObjectPlace place();

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  @Test
  void get_forgedObject_isAMissOrTheEntry() {
    byte[] entry = written("k", VALUE);
    byte[] other = written("other", "x");
    for (int i = 0; i < FORGERIES; i++) {
      byte[] forged = forged(entry, other);
      place.put(NAME, forged);
      assertThat(cache.get("k")).as("seed %d, forgery %d", seed, i).isIn(null, VALUE);
    }
  }

  @Test
  void everyOperation_forgedObject_treatsItAsAbsent() {
    byte[] entry = written("k", VALUE);
    for (int kind = 0; kind < KINDS; kind++) {
      place.put(NAME, forged(kind, entry, written("other", "x")));
      assertThat(cache.replace("k", "v")).isFalse();
      assertThat(cache.remove("k")).isFalse();
      place.put(NAME, forged(kind, entry, written("other", "x")));
      assertThat(cache.putIfAbsent("k", "v")).isTrue();
      assertThat(cache.get("k")).isEqualTo("v");
      place.put(NAME, forged(kind, entry, written("other", "x")));
      assertThat(cache).extracting(Cache.Entry::getKey).containsExactly("other");
    }
  }

  private byte[] written(String key, String value) {
    cache.put(key, value);
    return Objects.requireNonNull(place.get(ObjectPlace.name("c", key)));
  }

  private byte[] forged(byte[] entry, byte[] other) {
    return random.nextInt(3) == 0 ? flipped(entry) : forged(random.nextInt(KINDS), entry, other);
  }

  private byte[] forged(int kind, byte[] entry, byte[] other) {
    return switch (kind) {
      case 0 -> Arrays.copyOf(entry, random.nextInt(entry.length)); // cut
      case 1 -> Arrays.copyOf(entry, entry.length + 1 + random.nextInt(1_000)); // with more
      case 2 -> other; // of another key
      case 3 -> new byte[random.nextInt(200)];
      case 4 -> noise(random.nextInt(2_000));
      default -> headOf(entry); // with noise for a payload
    };
  }

  private byte[] noise(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] headOf(byte[] entry) {
    byte[] forged = noise(entry.length);
    System.arraycopy(entry, 0, forged, 0, entry.length / 2);
    return forged;
  }

  private byte[] flipped(byte[] entry) {
    byte[] forged = entry.clone();
    int bit = random.nextInt(8 * forged.length);
    forged[bit / 8] ^= (byte) (1 << (bit % 8));
    return forged;
  }
}
