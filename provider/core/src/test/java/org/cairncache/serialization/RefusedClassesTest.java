package org.cairncache.serialization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.CodecContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the codec says of a class beforehand is what it does with a value. */
class RefusedClassesTest {
  private static final JavaCodec<Object> ALLOWS_THIS_PACKAGE = Codecs.values(Codecs.MEBIBYTE);
  private static final JavaCodec<Object> ALLOWS_NOTHING = allowing();

  record Order(int number) implements Serializable {}

  record Draft(int number) {}

  enum Shape {
    ROUND {
      @Override
      int corners() {
        return 0;
      }
    };

    abstract int corners();
  }

  /** Not allowed where its subclass alone is. */
  static class Base implements Serializable {
    private static final long serialVersionUID = 1;
  }

  static final class Derived extends Base {
    private static final long serialVersionUID = 1;
  }

  /** Writes a list in its place. */
  static final class Replaced implements Serializable {
    private static final long serialVersionUID = 1;

    private Object writeReplace() {
      return new ArrayList<>();
    }
  }

  interface Open {}

  private static JavaCodec<Object> allowing(String... patterns) {
    return new JavaCodec<>(
        new CodecContext<>(
            "c",
            Object.class,
            RefusedClassesTest.class.getClassLoader(),
            AllowList.of(List.of(patterns), List.of()),
            Codecs.MEBIBYTE));
  }

  private static Stream<Arguments> written() {
    return each(
        1,
        "text",
        'c',
        new Order(1),
        Shape.ROUND,
        new Derived(),
        new Replaced(),
        new HashMap<>(),
        List.of(),
        new int[0][],
        new Order[] {new Order(1)},
        new Object[] {1},
        new Number[] {1},
        new Open[0],
        new Base[] {new Derived()});
  }

  // Arrays too are one argument.
  private static Stream<Arguments> each(Object... values) {
    return Stream.of(values).map(value -> Arguments.of(value));
  }

  @ParameterizedTest
  @MethodSource("written")
  void refusal_ofWhatIsWritten_isEmpty(Object value) throws IOException {
    assertThat(ALLOWS_THIS_PACKAGE.refusal(value.getClass())).isEmpty();
    assertThat(Codecs.encode(ALLOWS_THIS_PACKAGE, value)).isNotEmpty();
  }

  private static Stream<Arguments> refusedByTheList() {
    return each(
        new Order(1), Shape.ROUND, new Derived(), new Order[0], new Open[0], new Order[0][]);
  }

  @ParameterizedTest
  @MethodSource("refusedByTheList")
  void refusal_notAllowed_isWhatEncodeSays(Object value) {
    assertThatThrownBy(() -> Codecs.encode(ALLOWS_NOTHING, value))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("allowed-classes")
        .satisfies(
            failure ->
                assertThat(ALLOWS_NOTHING.refusal(declared(value))).contains(failure.getMessage()));
  }

  // A constant with a body is of a class of its own.
  private static Class<?> declared(Object value) {
    return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
  }

  private static Stream<Arguments> notSerializable() {
    return each(
        new Draft(1), Optional.of(1), OptionalInt.of(1), new Draft[] {new Draft(1)}, new Thread());
  }

  @ParameterizedTest
  @MethodSource("notSerializable")
  void refusal_notSerializable_isWhatEncodeSays(Object value) {
    JavaCodec<Object> codec =
        allowing("org.cairncache.serialization.*", "java.util.*", "java.lang.*");

    assertThatThrownBy(() -> Codecs.encode(codec, value))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not Serializable; make it so, or set another codec")
        .satisfies(
            failure -> assertThat(codec.refusal(value.getClass())).contains(failure.getMessage()));
  }

  @Test
  void refusal_classAboveIsNotAllowed_namesThatOne() {
    JavaCodec<Object> codec = allowing(Derived.class.getName());

    assertThat(codec.refusal(Derived.class).orElseThrow()).contains(Base.class.getName());
    assertThatThrownBy(() -> Codecs.encode(codec, new Derived()))
        .hasMessage(codec.refusal(Derived.class).orElseThrow());
  }

  @Test
  void refusal_replacesItselfByWhatIsAllowed_isEmpty() throws IOException {
    assertThat(ALLOWS_NOTHING.refusal(Replaced.class)).isEmpty();
    assertThat(Codecs.encode(ALLOWS_NOTHING, new Replaced())).isNotEmpty();
  }

  @Test
  void refusal_primitiveType_isEmpty() {
    assertThat(ALLOWS_NOTHING.refusal(int.class)).isEmpty();
  }
}
