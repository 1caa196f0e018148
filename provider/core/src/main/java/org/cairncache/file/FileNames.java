package org.cairncache.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.cairncache.spi.encoded.EncodedStore;

/**
 * Where the entries of one cache lie: the SHA-256 of the key's text, in one of 256 directories by
 * its first byte. So no key names a path of its own, none is too long, and none differs from
 * another only in case. Immutable.
 */
final class FileNames {
  /** How many directories there are. */
  static final int SHARDS = 256;

  private static final String LEASE = ".lease";
  private static final String TEMPORARY = ".tmp";
  private static final int ENTRY_LENGTH = 64;
  private static final int LEASE_LENGTH = ENTRY_LENGTH + LEASE.length();
  private static final int TEMPORARY_LENGTH = ENTRY_LENGTH + 1 + 16 + TEMPORARY.length();
  private static final int SLUG_LENGTH = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final Path root;
  private final Path directory;

  /** For the cache of this name in the store's directory. */
  FileNames(Path root, String cacheName) {
    String slug = cacheName.replaceAll("[^A-Za-z0-9_-]", "_");
    String prefix = slug.substring(0, Math.min(SLUG_LENGTH, slug.length()));
    this.root = root;
    this.directory = root.resolve(prefix + "-" + HEX.formatHex(digest(cacheName), 0, 8));
  }

  /** The directory of the store, with one for each cache. */
  Path root() {
    return root;
  }

  Path directory() {
    return directory;
  }

  Path shard(int number) {
    return directory.resolve(HEX.toHexDigits((byte) number));
  }

  Entry entry(String key) {
    byte[] digest = digest(key);
    int shard = digest[0] & 0xFF;
    String suffix = key.startsWith(EncodedStore.LEASE_PREFIX) ? LEASE : "";
    return new Entry(shard, shard(shard).resolve(HEX.formatHex(digest) + suffix));
  }

  /** A new name beside the entry's, for what is to take its place. */
  static Path temporary(Path file) {
    long unique = ThreadLocalRandom.current().nextLong();
    return file.resolveSibling(file.getFileName() + "." + HEX.toHexDigits(unique) + TEMPORARY);
  }

  // What has no such form of name is none of ours, and is left alone.
  static boolean isEntry(Path file) {
    return nameLength(file) == ENTRY_LENGTH;
  }

  /** Leases have a name of their own: they are not listed, not counted and not evicted. */
  static boolean isLease(Path file) {
    return nameLength(file) == LEASE_LENGTH && file.toString().endsWith(LEASE);
  }

  static boolean isTemporary(Path file) {
    int length = nameLength(file);
    return (length == TEMPORARY_LENGTH || length == TEMPORARY_LENGTH + LEASE.length())
        && file.toString().endsWith(TEMPORARY);
  }

  private static int nameLength(Path file) {
    return file.getFileName().toString().length();
  }

  /**
   * The place of one entry.
   *
   * @param shard the number of its directory, and of its lock
   */
  record Entry(int shard, Path file) {}

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256", impossible);
    }
  }
}
