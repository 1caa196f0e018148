package org.cairncache.testkit.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Redis answered. A reply has one kind, and only that kind can be read: anything else is an
 * {@link IllegalStateException}, and reading an error that lies within a list throws that {@link
 * ErrorReplyException}. Immutable, but for the bytes.
 */
public final class Reply {
  /** Bytes, a Long, a list of replies, an exception; null for nothing. */
  private final @Nullable Object value;

  Reply(@Nullable Object value) {
    this.value = value;
  }

  /** Whether this is nothing: no such key, or no list. */
  public boolean isNull() {
    return value == null;
  }

  /** The text, as UTF-8, of a status or a string. */
  public String text() {
    return new String(bytes(), UTF_8);
  }

  /** The bytes of a status or a string; not copied. */
  public byte[] bytes() {
    return as(byte[].class);
  }

  /** The number. */
  public long number() {
    return as(Long.class);
  }

  /** The elements of a list, unmodifiable. */
  @SuppressWarnings("unchecked") // the only lists that are replies
  public List<Reply> items() {
    return as(List.class);
  }

  /** The elements of a list of texts. */
  public List<String> texts() {
    return items().stream().map(Reply::text).toList();
  }

  private <T> T as(Class<T> kind) {
    if (value instanceof ErrorReplyException error) {
      throw error;
    }
    if (!kind.isInstance(value)) {
      throw new IllegalStateException("Redis answered " + this);
    }
    return kind.cast(value);
  }

  /** For messages: the text, the number, the elements or {@code null}. */
  @Override
  public String toString() {
    return value instanceof byte[] bytes ? new String(bytes, UTF_8) : String.valueOf(value);
  }
}
