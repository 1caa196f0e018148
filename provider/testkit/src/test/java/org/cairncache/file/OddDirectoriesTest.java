package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.cache.CacheException;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreException;
import org.cairncache.spi.Stored;
import org.cairncache.spi.encoded.EncodedSettings;
import org.cairncache.spi.encoded.EncodedStore;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Directories that are not as the store left them. */
final class OddDirectoriesTest {
  private static final Disk DISK = new LocalDisk();

  @TempDir Path root;

  private static String value(Store<String, String> store, String key) {
    Stored<String> stored = store.get(key);
    return stored == null ? null : stored.value();
  }

  private static void assertWorks(Store<String, String> store) {
    store.put("key", "value", Lifetime.ETERNAL);
    assertThat(value(store, "key")).isEqualTo("value");
  }

  @Test
  void open_rootIsAFile_isRefused() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "text");
    assertThatThrownBy(() -> new FileStoreFactory().open(new FileContext(file)))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("cannot be made or written to");
  }

  @Test
  void open_rootIsMissing_isMadeForOurUserAlone() throws IOException {
    Path missing = root.resolve("a/b");
    Store<String, String> store = new FileStoreFactory().open(new FileContext(missing));
    try (store) {
      assertWorks(store);
      if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(missing)))
            .isEqualTo("rwx------");
      }
    }
  }

  @Test
  void open_rootIsALink_isFollowed() throws IOException {
    Path target = Files.createDirectory(root.resolve("target"));
    Path link = Files.createSymbolicLink(root.resolve("link"), target);
    try (Store<String, String> one = new FileContext(target).open(DISK);
        Store<String, String> other = new FileContext(link).open(DISK)) {
      assertWorks(one);
      assertThat(value(other, "key")).isEqualTo("value");
    }
  }

  @Test
  void put_shardDeletedByHand_isMadeAgain() throws IOException {
    FileContext context = new FileContext(root);
    try (Store<String, String> store = context.open(DISK)) {
      assertWorks(store);
      Files.delete(context.file("key"));
      Files.delete(context.file("key").getParent());
      assertThat(store.get("key")).isNull();
      assertWorks(store);
    }
  }

  @Test
  void put_temporaryFileSweptMeanwhile_writesItAgain() {
    AtomicBoolean once = new AtomicBoolean();
    Disk swept =
        new DiskProxy(DISK) {
          @Override
          public void move(Path from, Path to) throws IOException {
            if (!once.getAndSet(true)) {
              disk.delete(from);
            }
            super.move(from, to);
          }
        };
    try (Store<String, String> store = new FileContext(root).open(swept)) {
      assertWorks(store);
      assertThat(once).isTrue();
    }
  }

  @Test
  void get_hugeForeignFile_isUnreadableAndCanBeReplacedAndRemoved() throws IOException {
    FileContext context = new FileContext(root).with(EncodedSettings.MAXIMUM_ENTRY_SIZE, 1024L);
    try (Store<String, String> store = context.open(DISK)) {
      for (boolean envelope : new boolean[] {false, true}) {
        grow(store, context, envelope);
        assertThat(store.keys()).isEmpty();
        Stored<String> huge = Objects.requireNonNull(store.getLatest("key"));
        assertThat(huge.isReadable()).isFalse();
        assertThat(store.replace("key", huge, "next", Lifetime.ETERNAL, Attributes.NONE))
            .isNotNull();
        assertThat(value(store, "key")).isEqualTo("next");
        grow(store, context, envelope);
        assertThat(store.remove("key", Objects.requireNonNull(store.getLatest("key")))).isTrue();
        assertThat(context.file("key")).doesNotExist();
      }
    }
  }

  // Sparse, and more than the heap holds.
  private static void grow(Store<String, String> store, FileContext context, boolean envelope)
      throws IOException {
    assertWorks(store);
    try (RandomAccessFile file = new RandomAccessFile(context.file("key").toFile(), "rw")) {
      file.setLength(64L << 30);
      if (envelope) {
        file.seek(64); // the length of the key
        file.writeInt(Integer.MAX_VALUE);
      } else {
        file.writeInt(0);
      }
    } catch (IOException tooLarge) {
      Assumptions.abort("This file system has no sparse files of 64 GiB");
    }
  }

  @Test
  void get_shortOrEmptyFile_isUnreadable() throws IOException {
    FileContext context = new FileContext(root);
    try (Store<String, String> store = context.open(DISK)) {
      assertWorks(store);
      byte[] whole = Files.readAllBytes(context.file("key"));
      for (int length = 0; length < whole.length; length++) {
        Files.delete(context.file("key"));
        Files.write(context.file("key"), Arrays.copyOf(whole, length));
        Stored<String> cut = Objects.requireNonNull(store.getLatest("key"));
        assertThat(cut.isReadable()).isFalse();
        assertThat(store.remove("key", cut)).isTrue();
        assertWorks(store);
      }
    }
  }

  @Test
  void open_headerIsDamaged_writesAnother() throws IOException {
    FileContext context = new FileContext(root);
    try (Store<String, String> store = context.open(DISK)) {
      assertWorks(store);
    }
    Path header = context.file(EncodedStore.HEADER_KEY);
    byte[] whole = Files.readAllBytes(header);
    for (int length : new int[] {0, 50, whole.length - 1}) {
      Files.write(header, Arrays.copyOf(whole, length));
      try (Store<String, String> store = new FileContext(root).open(DISK)) {
        assertThat(value(store, "key")).isEqualTo("value");
        assertThat(header).hasSize(whole.length);
      }
    }
  }

  @Test
  void put_keyBeyondItsBound_isRefused() {
    try (Store<String, String> store = new FileContext(root).open(DISK)) {
      String longest = "k".repeat(1 << 16);
      store.put(longest, "value", Lifetime.ETERNAL);
      assertThat(value(store, longest)).isEqualTo("value");
      assertThatThrownBy(() -> store.put(longest + "k", "value", Lifetime.ETERNAL))
          .isInstanceOf(CacheException.class)
          .hasMessageContaining("key of 65537 bytes");
    }
  }

  @Test
  void interruptedThread_worksAsAnyOther() {
    try (Store<String, String> store = new FileContext(root).durable().open(DISK)) {
      Thread.currentThread().interrupt();
      assertWorks(store);
      Stored<String> there = Objects.requireNonNull(store.get("key"));
      assertThat(store.touch("key", there, Long.MAX_VALUE - 1)).isTrue();
      assertThat(store.keys()).containsExactly("key");
      assertThat(store.remove("key", there)).isTrue();
      store.clear();
      assertThat(Thread.interrupted()).isTrue();
      assertWorks(store);
    }
  }

  @Test
  void destroy_leavesNoFileButTheLock() throws IOException {
    FileContext context = new FileContext(root);
    try (Store<String, String> store = context.open(DISK)) {
      assertWorks(store);
      Files.write(FileNames.temporary(context.file("key")), new byte[3]);
      store.destroy();
    }
    try (Stream<Path> left = Files.walk(context.names().directory())) {
      assertThat(left.filter(Files::isRegularFile))
          .containsExactly(context.names().directory().resolve("lock"));
    }
  }
}
