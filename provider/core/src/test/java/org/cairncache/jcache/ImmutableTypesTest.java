package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImmutableTypesTest {
  enum Plain {
    ONE
  }

  enum WithBody {
    ONE {
      @Override
      int number() {
        return 1;
      }
    };

    abstract int number();
  }

  record Empty() {}

  record Primitives(int a, long b, boolean c, double d) {}

  record Simple(String name, Integer age, UUID id, Instant since, Plain plain, WithBody body) {}

  record Nested(Simple simple, Primitives primitives) {}

  record Node(String name, Node next) {}

  record Person(String name, Address home) {}

  record Address(String street, Person owner) {}

  record MutablePerson(String name, MutableAddress home) {}

  record MutableAddress(List<String> lines, MutablePerson owner) {}

  record WithObject(String name, Object anything) {}

  record WithList(List<String> names) {}

  record WithArray(int[] numbers) {}

  record WithInterface(CharSequence text) {}

  record WithBigDecimal(BigDecimal amount) {}

  record WithDate(Date date) {}

  record WithZone(ZoneId zone) {}

  record Pair<A, B>(A first, B second) {}

  record OfPair(Pair<String, String> pair) {}

  record OfWithList(WithList names) {}

  static final class MoreThanDecimal extends BigDecimal {
    private static final long serialVersionUID = 1L;
    int mutable;

    MoreThanDecimal() {
      super(1);
    }
  }

  static final class FinalButMutable {
    int mutable;
  }

  static List<Object> immutable() {
    return List.of(
        "text",
        true,
        'c',
        (byte) 1,
        (short) 1,
        1,
        1L,
        1f,
        1d,
        BigDecimal.ONE,
        BigInteger.ONE,
        UUID.randomUUID(),
        URI.create("a:b"),
        Locale.ROOT,
        Currency.getInstance("EUR"),
        Plain.ONE,
        WithBody.ONE,
        TimeUnit.DAYS,
        DayOfWeek.MONDAY,
        Instant.EPOCH,
        LocalDate.EPOCH,
        ZonedDateTime.now(Clock.systemUTC()),
        Duration.ZERO);
  }

  @ParameterizedTest
  @MethodSource("immutable")
  void valuesThatNobodyCanChange_areKnown(Object value) {
    assertThat(ImmutableTypes.contains(value.getClass())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Object.class,
        Clock.class,
        ZoneId.class,
        int[].class,
        String[].class,
        Date.class,
        ArrayList.class,
        Optional.class,
        AtomicLong.class,
        StringBuilder.class,
        FinalButMutable.class,
        MoreThanDecimal.class
      })
  void valuesThatSomebodyCouldChange_areNot(Class<?> type) {
    assertThat(ImmutableTypes.contains(type)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(classes = {Empty.class, Primitives.class, Simple.class, Nested.class, Node.class})
  void records_ofImmutables_areImmutable(Class<?> type) {
    assertThat(ImmutableTypes.contains(type)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        WithObject.class,
        WithList.class,
        WithArray.class,
        WithInterface.class,
        WithBigDecimal.class,
        WithDate.class,
        WithZone.class,
        Pair.class,
        OfPair.class,
        OfWithList.class
      })
  void records_thatCouldHoldSomethingMutable_areNot(Class<?> type) {
    assertThat(ImmutableTypes.contains(type)).isFalse();
  }

  @Test
  void records_thatReferToEachOther_areAnsweredInEitherOrder() {
    assertThat(ImmutableTypes.contains(MutablePerson.class)).isFalse();
    assertThat(ImmutableTypes.contains(MutableAddress.class)).isFalse();
    // Saying no here would be safe as well: a copy too many harms nobody.
    ImmutableTypes.contains(Person.class);
    assertThat(ImmutableTypes.contains(Address.class))
        .isEqualTo(ImmutableTypes.contains(Person.class));
  }
}
