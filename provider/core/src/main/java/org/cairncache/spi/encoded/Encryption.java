package org.cairncache.spi.encoded;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.cache.CacheException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.cairncache.spi.KeyProvider;
import org.jspecify.annotations.Nullable;

/**
 * AES-GCM around a payload: the id of the key, a random nonce, the ciphertext and its tag (NIST SP
 * 800-38D). Bound to it are the name of the cache and all of the envelope but the deadline, so an
 * entry moved to another key or cache is refused. Thread-safe.
 */
final class Encryption {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  /** How much longer than its plain text an encrypted payload may be. */
  static final int MAXIMUM_EXTRA_BYTES =
      1 + KeyProvider.Named.MAXIMUM_ID_LENGTH + NONCE_BYTES + TAG_BYTES;

  private final KeyProvider keys;
  private final byte[] cacheName;
  private final SecureRandom random = new SecureRandom();

  Encryption(KeyProvider keys, String cacheName) {
    this.keys = keys;
    this.cacheName = cacheName.getBytes(StandardCharsets.UTF_8);
  }

  /** The key for one entry, which says how long its payload will be. */
  KeyProvider.Named current() {
    return keys.current();
  }

  static int encryptedBytes(KeyProvider.Named key, int plainBytes) {
    return Math.addExact(1 + key.id().length() + NONCE_BYTES + TAG_BYTES, plainBytes);
  }

  void encrypt(KeyProvider.Named key, Slice plain, Envelope around, byte[] out, int start) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] id = key.id().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer.wrap(out).position(start).put((byte) id.length).put(id).put(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key.key(), nonce, 0, around);
      cipher.doFinal(
          plain.array(), plain.start(), plain.length(), out, start + 1 + id.length + NONCE_BYTES);
    } catch (GeneralSecurityException failure) {
      throw new CacheException("Cannot encrypt with the key " + key.id(), failure);
    }
  }

  /** The payload in the clear, or null if it was not encrypted for this place by a known key. */
  @Nullable Slice decrypt(Envelope around) {
    byte[] bytes = around.payload().array();
    int start = around.payload().start();
    int end = start + around.payload().length();
    int idBytes = start < end ? bytes[start] & 0x7F : 0;
    int nonce = start + 1 + idBytes;
    if (end - nonce < NONCE_BYTES + TAG_BYTES) {
      return null;
    }
    String id = new String(bytes, start + 1, idBytes, StandardCharsets.US_ASCII);
    Optional<SecretKey> key = keys.find(id);
    if (key.isEmpty()) {
      return null;
    }
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key.get(), bytes, nonce, around);
      byte[] plain = cipher.doFinal(bytes, nonce + NONCE_BYTES, end - nonce - NONCE_BYTES);
      return new Slice(plain, 0, plain.length);
    } catch (GeneralSecurityException tampered) {
      return null;
    }
  }

  private Cipher cipher(int mode, SecretKey key, byte[] nonce, int offset, Envelope around)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    byte[] own = Arrays.copyOfRange(nonce, offset, offset + NONCE_BYTES);
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, own));
    cipher.updateAAD(cacheName);
    cipher.updateAAD(new byte[] {0});
    around.bind(cipher::updateAAD);
    return cipher;
  }
}
