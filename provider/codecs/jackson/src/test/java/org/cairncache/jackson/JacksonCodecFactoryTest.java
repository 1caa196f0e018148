package org.cairncache.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactories;
import org.junit.jupiter.api.Test;

/** What JSON is bound to, and by which mapper. */
final class JacksonCodecFactoryTest {
  private static final ClassLoader LOADER = JacksonCodecFactoryTest.class.getClassLoader();

  private static <T> Codec<T> codec(JacksonCodecFactory factory, Class<T> type) {
    AllowList allowList = AllowList.of(List.of(), List.of(type));
    return factory.create(new CodecContext<>("c", type, LOADER, allowList, 1 << 20));
  }

  private static <T> String json(Codec<T> codec, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(value, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static <T> T read(Codec<T> codec, String json) throws IOException {
    return codec.decode(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void find_jackson_isThisFactory() {
    assertThat(CodecFactories.find("jackson", LOADER))
        .containsInstanceOf(JacksonCodecFactory.class);
  }

  @Test
  @SuppressWarnings("rawtypes") // the class of a list
  void create_typeReference_bindsTypeArguments() throws IOException {
    Codec<List> codec =
        codec(new JacksonCodecFactory(new TypeReference<List<Point>>() {}), List.class);
    List<?> points = List.of(new Point(1, "a"));
    assertThat(read(codec, json(codec, points))).isEqualTo(points);
  }

  @Test
  void encode_record_namesNoClass() throws IOException {
    assertThat(json(codec(new JacksonCodecFactory(), Point.class), new Point(1, "a")))
        .isEqualTo("{\"x\":1,\"firstName\":\"a\"}");
  }

  @Test
  void create_ownMapper_isCopied() throws IOException {
    ObjectMapper mapper =
        JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
    Codec<Point> codec = codec(new JacksonCodecFactory(mapper), Point.class);
    assertThat(json(codec, new Point(1, "a"))).contains("first_name");
    assertThat(mapper.getFactory().streamReadConstraints().hasMaxDocumentLength()).isFalse();
  }

  @Test
  void create_mapperWithDefaultTyping_isRefused() {
    ObjectMapper mapper =
        JsonMapper.builder()
            .activateDefaultTyping(JsonMapper.builder().build().getPolymorphicTypeValidator())
            .build();
    assertThatThrownBy(() -> new JacksonCodecFactory(mapper))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("default typing");
  }

  @Test
  void decode_namedSubtype_mustBeAllowed() throws IOException {
    Codec<Holder> codec = codec(new JacksonCodecFactory(), Holder.class);
    Holder holder = new Holder(new Dog("Rex"));
    assertThat(read(codec, json(codec, holder))).isEqualTo(holder);
    String foreign = "{\"any\":{\"@class\":\"javax.management.loading.MLet\"}}";
    assertThatThrownBy(() -> read(codec, foreign))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("javax.management.loading.MLet is not allowed")
        .hasMessageContaining("allowed-classes");
  }

  @Test
  void decode_subtypeWithForeignTypeArgument_isRefused() {
    Codec<Holder> codec = codec(new JacksonCodecFactory(), Holder.class);
    for (String list : List.of("java.util.ArrayList", "java.util.EnumMap")) {
      String foreign = "{\"any\":[\"" + list + "<javax.swing.JEditorPane>\",[{}]]}";
      assertThatThrownBy(() -> read(codec, foreign)).isInstanceOf(IOException.class);
      String other = "{\"any\":{\"@class\":\"" + list + "<javax.swing.JEditorPane>\"}}";
      assertThatThrownBy(() -> read(codec, other)).isInstanceOf(IOException.class);
    }
  }

  record Point(int x, String firstName) {}

  record Holder(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Object any) {}

  record Dog(String name) {}
}
