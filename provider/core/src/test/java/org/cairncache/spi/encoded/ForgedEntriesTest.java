package org.cairncache.spi.encoded;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.Test;

/**
 * Entries damaged at random, with the checks made right again, so that what lies behind them is
 * reached: a read gives a value or a miss, never throws, and takes no more heap than the bounds
 * allow. {@code -Pnightly} tries ten times as many.
 */
class ForgedEntriesTest {
  private static final int ROUNDS = Boolean.getBoolean("nightly") ? 200_000 : 20_000;
  private static final int MAXIMUM_ENTRY_SIZE = 1 << 16;
  private static final long MAXIMUM_HEAP = 4L * MAXIMUM_ENTRY_SIZE;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Random random = new Random(20);

  @Test
  void plain() {
    forge(settings());
  }

  @Test
  void compressed() {
    forge(
        settings()
            .with(EncodedSettings.COMPRESSION, true)
            .with(EncodedSettings.COMPRESSION_THRESHOLD, 0L));
  }

  @Test
  void encrypted() {
    forge(
        settings()
            .with(EncodedSettings.ENCRYPTION_KEYS, List.of(EncryptionTest.key("fuzz", 16, 3))));
  }

  private static Settings settings() {
    return Settings.NONE.with(EncodedSettings.MAXIMUM_ENTRY_SIZE, (long) MAXIMUM_ENTRY_SIZE);
  }

  private void forge(Settings settings) {
    OpenCache cache = OpenCache.with(settings);
    List<byte[]> originals = originals(cache);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] forged = originals.get(random.nextInt(originals.size())).clone();
      for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
        change(forged);
      }
      cache.bytes.entries.put("k", random.nextInt(8) == 0 ? forged : Forging.repaired(forged));
      // What a first read loads for all that come does not count.
      long heap = heapOfRead(cache);
      assertThat(heap < MAXIMUM_HEAP ? heap : heapOfRead(cache))
          .as("heap of round %d", round)
          .isLessThan(MAXIMUM_HEAP);
    }
  }

  private static long heapOfRead(OpenCache cache) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Stored<Object> stored = cache.store.getLatest("k");
    long heap = THREADS.getCurrentThreadAllocatedBytes() - before;
    assertThat(stored).isNotNull();
    return heap;
  }

  private static List<byte[]> originals(OpenCache cache) {
    List<byte[]> originals = new ArrayList<>();
    for (Object value :
        List.of(
            "a text",
            42L,
            new long[100],
            new ArrayList<>(List.of(1, "two", LocalDate.EPOCH)),
            new HashMap<>(Map.of("a", List.of(1, 2), "b", UUID.randomUUID())),
            Map.of("x", new byte[50], "y", new String[] {"z"}))) {
      cache.store.put("k", value, Lifetime.ETERNAL);
      originals.add(cache.bytes.entries.get("k"));
    }
    return originals;
  }

  // Small numbers and the extremes are what lengths and markers are made of.
  private void change(byte[] bytes) {
    int at = 4 + random.nextInt(bytes.length - 4);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> bytes[at] = (byte) (0x70 + random.nextInt(16));
      default -> {
        byte[] length = {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) (random.nextInt(2) * 0xF0)};
        System.arraycopy(length, 0, bytes, at, Math.min(4, bytes.length - at));
      }
    }
  }
}
