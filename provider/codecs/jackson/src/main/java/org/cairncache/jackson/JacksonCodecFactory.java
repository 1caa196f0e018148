package org.cairncache.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes codecs of JSON by Jackson, {@code jackson}, bound to the type that the cache is configured
 * with: the content names no classes. Thread-safe.
 *
 * <p>A type with parameters has no class that a configuration could name. Give the factory the
 * type, in code, or in a class of your own that a configuration names:
 *
 * <pre>{@code
 * public final class OrdersCodec extends JacksonCodecFactory {
 *   public OrdersCodec() {
 *     super(new TypeReference<List<Order>>() {});
 *   }
 * }
 * }</pre>
 */
public class JacksonCodecFactory implements CodecFactory {
  private final @Nullable TypeReference<?> type;
  private final @Nullable ObjectMapper mapper;

  /** Binds to the configured type. */
  public JacksonCodecFactory() {
    this(null, null);
  }

  /** Binds to this type, whatever the cache is configured with. */
  public JacksonCodecFactory(TypeReference<?> type) {
    this(type, null);
  }

  /**
   * Binds to the configured type by a copy of this mapper, with bounds for the content set.
   *
   * @throws IllegalArgumentException if the mapper has default typing: then the content would
   *     choose the classes
   */
  public JacksonCodecFactory(ObjectMapper mapper) {
    this(null, mapper);
  }

  /** Binds to this type by a copy of this mapper. */
  public JacksonCodecFactory(@Nullable TypeReference<?> type, @Nullable ObjectMapper mapper) {
    this.type = type;
    this.mapper = mapper == null ? null : mapper.copy();
    if (mapper != null && mapper.getDeserializationConfig().getDefaultTyper(null) != null) {
      throw new IllegalArgumentException(
          "A mapper with default typing lets the content choose its classes: deactivate it, and"
              + " annotate what is polymorphic with @JsonTypeInfo");
    }
  }

  @Override
  public final String name() {
    return "jackson";
  }

  @Override
  public final <T> Codec<T> create(CodecContext<T> context) {
    ObjectMapper own = mapper == null ? standard() : mapper.copy();
    JavaType bound =
        type == null
            ? own.constructType(context.type())
            : own.getTypeFactory().constructType(type.getType());
    if (bound.isJavaLangObject()) {
      throw new IllegalArgumentException(
          "Cache \""
              + context.cacheName()
              + "\": jackson needs to know what to make of JSON, and java.lang.Object does not"
              + " say: set value-type (for keys, key-type)");
    }
    return new JacksonCodec<>(context, own, bound);
  }

  private static ObjectMapper standard() {
    return JsonMapper.builder(
            JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
        .addModule(new JavaTimeModule())
        // a getter without a setter is no state
        .enable(MapperFeature.REQUIRE_SETTERS_FOR_GETTERS)
        .build();
  }
}
