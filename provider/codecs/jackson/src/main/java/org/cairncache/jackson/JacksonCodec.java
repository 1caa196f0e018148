package org.cairncache.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;

/**
 * JSON of one type. What the content has and the type has not is skipped, what it lacks is null or
 * zero. Equal values are written alike where their maps and sets are in one order; the entries of
 * maps are sorted by key. Thread-safe.
 */
final class JacksonCodec<T> implements Codec<T> {
  private static final int MAXIMUM_NUMBER = 1000;
  private static final int MAXIMUM_DEPTH = 200;

  private final JavaType type;
  private final CodecContext<T> context;
  private final ObjectReader reader;
  private final ObjectWriter writer;

  /** The codec of a type, by a mapper that becomes its own. */
  JacksonCodec(CodecContext<T> context, ObjectMapper mapper, JavaType type) {
    this.type = type;
    this.context = context;
    bound(mapper.getFactory());
    mapper.setPolymorphicTypeValidator(new AllowedSubtypes(context.allowList()));
    mapper.setTypeFactory(mapper.getTypeFactory().withClassLoader(context.classLoader()));
    this.reader =
        mapper
            .readerFor(type)
            .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .without(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    this.writer =
        mapper
            .writerFor(type)
            .without(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .without(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .with(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
  }

  private void bound(JsonFactory factory) {
    factory.setStreamReadConstraints(
        StreamReadConstraints.builder()
            .maxDocumentLength(context.maximumBytes())
            .maxStringLength(context.maximumBytes())
            .maxNumberLength(MAXIMUM_NUMBER)
            .maxNestingDepth(MAXIMUM_DEPTH)
            .build());
  }

  @Override
  public String id() {
    return "jackson";
  }

  @Override
  public void encode(T value, OutputStream out) throws IOException {
    try {
      writer.writeValue(out, value);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new IOException(
          "A " + value.getClass().getName() + " cannot be written as JSON", failure);
    }
  }

  @Override
  public T decode(InputStream in) throws IOException {
    T value;
    try {
      value = reader.readValue(context.readAll(in));
    } catch (RuntimeException | StackOverflowError | LinkageError failure) {
      throw new IOException("Not JSON of a " + type.toCanonical(), failure);
    }
    if (value == null) {
      throw new IOException("null, and no " + type.toCanonical());
    }
    return value;
  }

  @Override
  public Optional<String> refusal(Class<?> asked) {
    Class<?> bound = type.getRawClass();
    return bound.isAssignableFrom(asked) || asked.isAssignableFrom(bound)
        ? Optional.empty()
        : Optional.of(
            "Jackson is bound to "
                + type.toCanonical()
                + " here, which no "
                + asked.getName()
                + " is: bind it to another type, or cache such values in another cache");
  }
}
