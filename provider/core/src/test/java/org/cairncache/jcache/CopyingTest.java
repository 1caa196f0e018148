package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.spi.Copier;
import org.junit.jupiter.api.Test;

class CopyingTest {
  private static final ClassLoader LOADER = CopyingTest.class.getClassLoader();

  private final AtomicInteger copies = new AtomicInteger();
  private final Copier copier =
      new Copier() {
        @Override
        public <T> T copy(T original, ClassLoader loader) {
          assertThat(loader).isSameAs(LOADER);
          copies.incrementAndGet();
          return new SerializationCopier().copy(original, loader);
        }
      };

  @Test
  void byReference_isTheObjectItself() {
    List<String> list = new ArrayList<>();

    assertThat(Copying.byReference(LOADER).copy(list)).isSameAs(list);
  }

  @Test
  void byValue_mutable_isCopiedEachTime() {
    Copying copying = Copying.byValue(copier, LOADER);
    List<String> list = new ArrayList<>(List.of("a"));

    assertThat(copying.copy(list)).isEqualTo(list).isNotSameAs(list);
    assertThat(copying.copy(list)).isEqualTo(list).isNotSameAs(list);
    assertThat(copies).hasValue(2);
  }

  @Test
  @SuppressWarnings({
    "removal",
    "BoxedPrimitiveConstructor"
  }) // two objects of equal value are the point
  void byValue_immutable_neverReachesTheCopier() {
    Copying copying = Copying.byValue(copier, LOADER);
    Integer number = new Integer(1_000);
    String text = new String("text");

    for (int i = 0; i < 3; i++) { // whichever immutable class came last
      assertThat(copying.copy(number)).isSameAs(number);
      assertThat(copying.copy(text)).isSameAs(text);
    }
    assertThat(copies).hasValue(0);
  }

  @Test
  void byValue_mutableAfterImmutable_isStillCopied() {
    Copying copying = Copying.byValue(copier, LOADER);
    copying.copy(7);
    List<String> list = new ArrayList<>();

    assertThat(copying.copy(list)).isNotSameAs(list);
  }

  @Test
  void copyOrNull_ofNull_isNull() {
    assertThat(Copying.byValue(copier, LOADER).<String>copyOrNull(null)).isNull();
    assertThat(Copying.byValue(copier, LOADER).copyOrNull("text")).isEqualTo("text");
    assertThat(copies).hasValue(0);
  }

  @Test
  void byValue_failingCopier_failsTheCaller() {
    Copier failing =
        new Copier() {
          @Override
          public <T> T copy(T original, ClassLoader loader) {
            throw new IllegalStateException("cannot");
          }
        };

    assertThatThrownBy(() -> Copying.byValue(failing, LOADER).copy(new ArrayList<>()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("cannot");
  }
}
