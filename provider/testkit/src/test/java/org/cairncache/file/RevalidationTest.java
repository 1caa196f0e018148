package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.Envelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Asking for an entry that is known reads no more of its file than it must. */
final class RevalidationTest {
  private static final int HEADER = Envelope.HEADER_BYTES;
  private static final long FAR_MILLIS = System.currentTimeMillis() + 3_600_000;
  private static final String VALUE = "x".repeat(100_000);

  @TempDir Path root;
  private final List<Integer> read = new ArrayList<>();
  private Store<String, String> store;
  private FileContext context;
  private int torn;

  private Stored<String> known() {
    context = new FileContext(root);
    store = context.open(new Counting());
    store.put("key", VALUE, Lifetime.until(FAR_MILLIS));
    Stored<String> known = store.get("key");
    read.clear();
    return known;
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void unchanged_readsTheHeaderAlone() {
    Stored<String> known = known();
    assertThat(store.revalidate("key", known)).isSameAs(known);
    assertThat(read).containsExactly(HEADER);
  }

  @Test
  void absent_looksOnce() {
    Stored<String> known = known();
    store.remove("key");
    read.clear();
    assertThat(store.revalidate("key", known)).isNull();
    assertThat(read).containsExactly(0);
  }

  @Test
  void another_readsTheWholeToo() {
    Stored<String> known = known();
    store.put("key", VALUE, Lifetime.until(FAR_MILLIS));
    read.clear();
    Stored<String> found = store.revalidate("key", known);
    assertThat(found.value()).isEqualTo(VALUE);
    assertThat(found.isSameEntry(known)).isFalse();
    assertWholeAfterHeaders(1);
  }

  @Test
  void deadlineMoved_isSeen() {
    Stored<String> known = known();
    assertThat(store.touch("key", known, FAR_MILLIS + 1)).isTrue();
    read.clear();
    Stored<String> found = store.revalidate("key", known);
    assertThat(found.isSameEntry(known)).isTrue();
    assertThat(found.expiresAtMillis()).isEqualTo(FAR_MILLIS + 1);
    assertWholeAfterHeaders(1);
  }

  @Test
  void deadlineTornForAMoment_isReadAgain() {
    Stored<String> known = known();
    torn = 3;
    assertThat(store.revalidate("key", known)).isSameAs(known);
    assertThat(read).hasSize(4).first().isEqualTo(HEADER);
  }

  @Test
  void deadlineTornForGood_isWhatGetMakesOfIt() throws IOException {
    Stored<String> known = known();
    byte[] wrongCheck = {0, 0, 0, 0};
    new LocalDisk()
        .overwrite(context.file("key"), Envelope.DEADLINE_OFFSET + Long.BYTES, wrongCheck);
    assertThat(store.revalidate("key", known).isReadable()).isFalse();
    assertThat(store.get("key").isReadable()).isFalse();
  }

  private void assertWholeAfterHeaders(int headers) {
    assertThat(read).hasSize(headers + 1).startsWith(HEADER);
    assertThat(read.get(headers)).isGreaterThan(VALUE.length());
  }

  /** Notes how much was read, and reads deadlines torn as often as it is told to. */
  private final class Counting extends DiskProxy {
    Counting() {
      super(new LocalDisk());
    }

    @Override
    public byte[] read(Path file, int atMost) throws IOException {
      byte[] bytes = super.read(file, atMost);
      read.add(bytes == null ? 0 : bytes.length);
      if (bytes != null && torn > 0) {
        torn--;
        bytes[Envelope.DEADLINE_OFFSET]++;
      }
      return bytes;
    }
  }
}
