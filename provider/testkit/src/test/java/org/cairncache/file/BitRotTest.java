package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SplittableRandom;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.EncodedSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bit that flips on the disk makes its entry a miss, never another value. */
final class BitRotTest {
  private static final int ENTRIES = Boolean.getBoolean("nightly") ? 100 : 5;
  private static final String KEY = "key";
  private static final Disk DISK = new LocalDisk();

  @TempDir Path root;

  @Test
  void get_anyBitFlipped_isAMiss() throws IOException {
    SplittableRandom random = new SplittableRandom(9);
    FileContext context = new FileContext(root).with(EncodedSettings.COMPRESSION, true);
    int bits = 0;
    try (Store<String, String> store = context.open(new LocalDisk())) {
      Path file = context.file(KEY);
      for (int i = 0; i < ENTRIES; i++) {
        String value = i + "x".repeat(random.nextInt(ENTRIES == 5 ? 100 : 1500));
        Lifetime lifetime = new Lifetime(1_000 + i, 2_000 + i, Long.MAX_VALUE - i);
        store.put(KEY, value, lifetime);
        bits += flipEach(file, store, value);
      }
    }
    System.out.println(bits + " bits flipped in " + ENTRIES + " entries");
  }

  private static int flipEach(Path file, Store<String, String> store, String value)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      int at = bit / 8;
      DISK.overwrite(file, at, new byte[] {(byte) (bytes[at] ^ (1 << bit % 8))});
      Stored<String> found = Objects.requireNonNull(store.get(KEY));
      assertThat(found.isReadable()).as("bit %s", bit).isFalse();
      DISK.overwrite(file, at, new byte[] {bytes[at]});
    }
    assertThat(Objects.requireNonNull(store.get(KEY)).value()).isEqualTo(value);
    return bytes.length * 8;
  }

  @Test
  void replace_flippedEntry_takesItsPlace() throws IOException {
    FileContext context = new FileContext(root);
    try (Store<String, String> store = context.open(new LocalDisk())) {
      for (int at : new int[] {0, 10, 20, 35, 41, 66, 81, 90}) {
        store.put(KEY, "value", Lifetime.ETERNAL);
        byte[] bytes = Files.readAllBytes(context.file(KEY));
        bytes[at] ^= 4;
        Files.write(context.file(KEY), bytes);
        Stored<String> spoilt = Objects.requireNonNull(store.getLatest(KEY));
        assertThat(store.replace(KEY, spoilt, "next", Lifetime.ETERNAL, Attributes.NONE))
            .as("byte %s", at)
            .isNotNull();
        assertThat(Objects.requireNonNull(store.get(KEY)).value()).isEqualTo("next");
      }
    }
  }
}
