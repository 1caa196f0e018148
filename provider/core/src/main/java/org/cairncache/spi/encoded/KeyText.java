package org.cairncache.spi.encoded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.cache.CacheException;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;

/**
 * Keys as text, and back: what a store of bytes calls an entry. Equal keys have one text, unequal
 * ones never. A text is itself; other keys begin with {@code ~}: {@code ~long:42}, {@code ~uuid:…},
 * {@code ~list:…}. What has no such form ({@link KeyForms}) goes through the key codec.
 * Thread-safe.
 */
final class KeyText<K> {
  private static final String ENCODED = "~key:";
  private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

  private final KeyForms forms;
  private final Codec<K> codec;

  KeyText(Codec<K> codec, AllowList allowList, ClassLoader loader) {
    this.codec = codec;
    this.forms = new KeyForms(allowList, loader);
  }

  /**
   * The text of the key.
   *
   * @throws CacheException if it has none, saying what to do
   */
  String of(K key) {
    String text = forms.write(key);
    return text != null ? text : encode(key);
  }

  /**
   * The key of a text.
   *
   * @throws IOException if it is not the text of a key that may be made
   */
  @SuppressWarnings("unchecked") // the cache has keys of one type
  K parse(String text) throws IOException {
    if (!text.startsWith(ENCODED)) {
      return (K) forms.read(text);
    }
    try {
      byte[] bytes = FROM_TEXT.decode(text.substring(ENCODED.length()));
      return codec.decode(new ByteArrayInputStream(bytes));
    } catch (RuntimeException | LinkageError | StackOverflowError notOne) {
      throw new IOException("Not the text of a key", notOne);
    }
  }

  /** A key made of this one's text. */
  K copy(K key) {
    try {
      return parse(of(key));
    } catch (IOException failure) {
      throw new CacheException(
          "A key of " + key.getClass() + " cannot be read back as it was written", failure);
    }
  }

  private String encode(K key) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      codec.encode(key, bytes);
    } catch (IOException | StackOverflowError failure) {
      throw new CacheException(
          "A key of "
              + key.getClass()
              + " cannot be encoded: make it a record, or set a key-codec ("
              + failure.getMessage()
              + ")",
          failure);
    }
    return ENCODED + TO_TEXT.encodeToString(bytes.toByteArray());
  }
}
