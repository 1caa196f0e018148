package org.cairncache.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.cache.Cache;
import javax.cache.CacheException;
import org.cairncache.spi.object.Answer;
import org.cairncache.spi.object.Condition;
import org.cairncache.spi.object.Content;
import org.cairncache.spi.object.Found;
import org.cairncache.spi.object.ObjectBucket;
import org.cairncache.testkit.OwnManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A large value is not copied on its way, and one that is too large is not read. */
public abstract class LargeValues {
  private static final int LARGE = 32 << 20;
  // Buffers, and what the client makes of a request.
  private static final long OTHER = 8 << 20;

  private final ObjectPlace place = place();
  private final ObjectBucket bucket = bucket(place);

  /** A new place. */
  protected abstract ObjectPlace place();

  /** The bucket in this place. */
  protected abstract ObjectBucket bucket(ObjectPlace place);

  @AfterEach
  void close() {
    bucket.close();
    place.close();
  }

  @Test
  void write_largeValue_makesNoCopy() {
    Content content = Content.of(new byte[LARGE]);
    bucket.write("warm", Content.of(new byte[100]), new Condition.Anything());
    long before = allocated();
    assertThat(bucket.write("large", content, new Condition.Anything()))
        .isInstanceOf(Answer.Value.class);
    assertThat(allocated() - before).isLessThan(OTHER);
  }

  @Test
  void read_largeValue_makesOneArray() {
    place.put("large", new byte[LARGE]);
    bucket.readStart("large", 84);
    long before = allocated();
    Answer<Found> answer = bucket.read("large", LARGE);
    assertThat(allocated() - before).isLessThan(LARGE + OTHER);
    assertThat(((Answer.Value<Found>) answer).value().bytes()).hasSize(LARGE);
  }

  @Test
  void read_tooLarge_readsTheBeginningAlone() {
    byte[] large = new byte[LARGE];
    Arrays.fill(large, (byte) 7);
    place.put("large", large);
    bucket.readStart("large", 84);
    long before = allocated();
    Answer<Found> answer = bucket.read("large", LARGE - 1);
    assertThat(allocated() - before).isLessThan(OTHER);
    assertThat(((Answer.Value<Found>) answer).value().bytes()).hasSize(84).containsOnly(7);
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  @Test
  void readUnless_largeValueIsThereStill_readsNothing() {
    place.put("large", new byte[LARGE]);
    String version = ((Answer.Value<Found>) bucket.readStart("large", 84)).value().version();
    long before = allocated();
    assertThat(bucket.readUnless("large", version, LARGE)).isInstanceOf(Answer.Unmet.class);
    assertThat(allocated() - before).isLessThan(OTHER);
    place.put("large", new byte[LARGE + 1]);
    Answer<Found> changed = bucket.readUnless("large", version, LARGE + 1);
    assertThat(((Answer.Value<Found>) changed).value().bytes()).hasSize(LARGE + 1);
    assertThat(bucket.readUnless("absent", version, LARGE)).isInstanceOf(Answer.Missing.class);
  }

  @Test
  void readStart_ofAnEmptyObject_isEmpty() {
    place.put("empty", new byte[0]);
    Answer<Found> answer = bucket.readStart("empty", 84);
    assertThat(((Answer.Value<Found>) answer).value().bytes()).isEmpty();
  }

  @Test
  void cache_objectLongerThanAllowed_isAMissAndReplaced() {
    try (OwnManager manager = place.manager().with("cairn.maximum-entry-size", "1KiB")) {
      Cache<String, String> cache = manager.cache("c");
      place.put(ObjectPlace.name("c", "k"), new byte[1 << 20]);
      assertThat(cache.get("k")).isNull();
      assertThat(cache.putIfAbsent("k", "v")).isTrue();
      assertThat(cache.get("k")).isEqualTo("v");
      assertThatThrownBy(() -> cache.put("k", "v".repeat(5_000)))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("maximum-entry-size");
      assertThat(cache.get("k")).isEqualTo("v");
    }
  }
}
