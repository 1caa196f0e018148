package org.cairncache.msgpack;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.msgpack.core.MessagePacker;

/** Single values of the JDK: by MessagePack's own formats where there is one, else as texts. */
record ScalarForm<T>(Class<T> type, Writer<T> writer, Reader<T> reader) implements Form {
  /** Those that are told apart without a declared type. */
  static final Set<Class<?>> OF_TREES =
      Set.of(String.class, Boolean.class, Long.class, Double.class, byte[].class, Instant.class);

  static final Form TEXT = new ScalarForm<>(String.class, ScalarForm::write, Content::text);

  private static final int MAXIMUM_DIGITS = 1000;

  private static final Map<Class<?>, Form> FORMS =
      Map.ofEntries(
          Map.entry(String.class, TEXT),
          entry(Boolean.class, MessagePacker::packBoolean, in -> in.scalars().unpackBoolean()),
          entry(Byte.class, MessagePacker::packByte, in -> in.scalars().unpackByte()),
          entry(Short.class, MessagePacker::packShort, in -> in.scalars().unpackShort()),
          entry(Integer.class, MessagePacker::packInt, in -> in.scalars().unpackInt()),
          entry(Long.class, MessagePacker::packLong, in -> in.scalars().unpackLong()),
          entry(Float.class, MessagePacker::packFloat, in -> in.scalars().unpackFloat()),
          entry(Double.class, MessagePacker::packDouble, in -> in.scalars().unpackDouble()),
          entry(byte[].class, ScalarForm::write, Content::bytes),
          entry(Instant.class, MessagePacker::packTimestamp, Content::time),
          text(Character.class, ScalarForm::character),
          text(BigInteger.class, text -> new BigInteger(number(text))),
          text(BigDecimal.class, text -> new BigDecimal(number(text))),
          text(UUID.class, UUID::fromString),
          text(URI.class, URI::create),
          text(Duration.class, Duration::parse),
          text(LocalDate.class, LocalDate::parse),
          text(LocalTime.class, LocalTime::parse),
          text(LocalDateTime.class, LocalDateTime::parse),
          text(OffsetDateTime.class, OffsetDateTime::parse),
          text(ZonedDateTime.class, ZonedDateTime::parse));

  private static final Map<Class<?>, Class<?>> BOXES =
      Map.of(
          boolean.class, Boolean.class,
          byte.class, Byte.class,
          short.class, Short.class,
          char.class, Character.class,
          int.class, Integer.class,
          long.class, Long.class,
          float.class, Float.class,
          double.class, Double.class);

  /** Writes what is not null. */
  interface Writer<T> {
    void write(MessagePacker packer, T value) throws IOException;
  }

  /** Reads what is not nil. */
  interface Reader<T> {
    T read(Content content) throws IOException;
  }

  /** The form of a scalar, primitive or not; null if it is none. */
  static @Nullable Form of(Class<?> type) {
    return FORMS.get(BOXES.getOrDefault(type, type));
  }

  @Override
  public void writePresent(MessagePacker packer, Object value, int depth) throws IOException {
    writer.write(packer, type.cast(value));
  }

  @Override
  public Object readPresent(Content content, int depth) throws IOException {
    return reader.read(content);
  }

  private static <T> Map.Entry<Class<?>, Form> entry(
      Class<T> type, Writer<T> writer, Reader<T> reader) {
    return Map.entry(type, new ScalarForm<>(type, writer, reader));
  }

  private static <T> Map.Entry<Class<?>, Form> text(Class<T> type, Function<String, T> parse) {
    return entry(
        type,
        (packer, value) -> write(packer, value.toString()),
        content -> parse.apply(content.text()));
  }

  private static void write(MessagePacker packer, String text) throws IOException {
    byte[] bytes = Texts.encode(text);
    packer.packRawStringHeader(bytes.length);
    packer.writePayload(bytes);
  }

  private static void write(MessagePacker packer, byte[] bytes) throws IOException {
    packer.packBinaryHeader(bytes.length);
    packer.writePayload(bytes);
  }

  private static Character character(String text) {
    if (text.length() != 1) {
      throw new IllegalArgumentException("Not one character");
    }
    return text.charAt(0);
  }

  // Parsing takes time by the square of the length.
  private static String number(String text) {
    if (text.length() > MAXIMUM_DIGITS) {
      throw new IllegalArgumentException("Longer than " + MAXIMUM_DIGITS + " digits");
    }
    return text;
  }
}
