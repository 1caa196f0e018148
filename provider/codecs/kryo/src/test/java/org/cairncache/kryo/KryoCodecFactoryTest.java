package org.cairncache.kryo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactories;
import org.junit.jupiter.api.Test;

/** Which classes are registered. */
final class KryoCodecFactoryTest {
  private static final ClassLoader LOADER = KryoCodecFactoryTest.class.getClassLoader();

  private static <T> Codec<T> codec(KryoCodecFactory factory, Class<T> type) {
    return factory.create(
        new CodecContext<>("c", type, LOADER, AllowList.of(List.of(), List.of(type)), 1 << 20));
  }

  private static <T> T roundTrip(Codec<T> codec, T value) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    codec.encode(value, out);
    return codec.decode(new ByteArrayInputStream(out.toByteArray()));
  }

  @Test
  void find_kryo_isThisFactory() {
    assertThat(CodecFactories.find("kryo", LOADER)).containsInstanceOf(KryoCodecFactory.class);
  }

  @Test
  void create_sealedFieldAndTypeArgument_areRegistered() throws IOException {
    Drawing drawing = new Drawing(new Circle(1), new ArrayList<>(List.of(new Square(2))));
    assertThat(roundTrip(codec(new KryoCodecFactory(), Drawing.class), drawing)).isEqualTo(drawing);
  }

  @Test
  void create_openField_needsItsClassesNamed() throws IOException {
    Parcel parcel = new Parcel(new Circle(1));
    assertThatThrownBy(() -> roundTrip(codec(new KryoCodecFactory(), Parcel.class), parcel))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(Circle.class.getName())
        .hasMessageContaining("extend KryoCodecFactory");
    assertThat(roundTrip(codec(new KryoCodecFactory(Circle.class), Parcel.class), parcel))
        .isEqualTo(parcel);
  }

  @Test
  void schema_dependsOnTheClassesAndNotOnTheirOrder() {
    Codec<Parcel> one = codec(new KryoCodecFactory(Circle.class, Square.class), Parcel.class);
    Codec<Parcel> other = codec(new KryoCodecFactory(Square.class, Circle.class), Parcel.class);
    Codec<Parcel> less = codec(new KryoCodecFactory(Circle.class), Parcel.class);
    assertThat(one.schema()).isEqualTo(other.schema()).isNotEqualTo(less.schema());
  }

  @Test
  void encode_cycle_isRefused() {
    List<Object> ring = new ArrayList<>();
    ring.add(ring);
    assertThatThrownBy(() -> roundTrip(codec(new KryoCodecFactory(), Object.class), ring))
        .isInstanceOf(IOException.class);
  }

  @Test
  void refusal_notRegistered_namesTheClassAndTheWayOut() {
    Codec<Parcel> codec = codec(new KryoCodecFactory(), Parcel.class);

    assertThat(codec.refusal(Circle.class).orElseThrow())
        .contains(Circle.class.getName(), "extend KryoCodecFactory");
    assertThat(codec.refusal(Parcel[].class)).as("an array is a class of its own").isPresent();
    assertThat(codec.refusal(AtomicLong.class)).isPresent();
  }

  @Test
  void refusal_registered_isEmpty() {
    Codec<Drawing> codec = codec(new KryoCodecFactory(Parcel[].class), Drawing.class);

    assertThat(
            Stream.of(
                Drawing.class,
                Circle.class,
                Parcel[].class,
                Parcel.class,
                String.class,
                Integer.class,
                int.class,
                int[].class,
                ArrayList.class,
                List.of().getClass()))
        .allMatch(type -> codec.refusal(type).isEmpty());
  }

  sealed interface Shape permits Circle, Square {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Drawing(Shape frame, List<Shape> shapes) {}

  record Parcel(Object content) {}
}
