package org.cairncache.freshness.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.util.List;
import org.cairncache.freshness.key.Shop.Customer;
import org.cairncache.freshness.key.Shop.Node;
import org.cairncache.freshness.key.Shop.Order;
import org.cairncache.freshness.key.Signature.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies on the way from an argument goes into the key. */
final class PropertyPathTest {
  private static final Order ORDER = new Order(7, new Customer("a:b", true), new Node(null));

  private static KeyRenderer bind(String template) {
    return KeyTemplate.parse(template).bind(Signature.of(BindingTest.method("total")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "number              | 7L",
        "customer.id         | a%3Ab",
        "customer.email      | getter",
        "customer.getEmail   | getter",
        "customer.active     | true",
        "customer.isActive   | true",
        "customer.points     | %map(a,1)",
        "label               | no. 7",
        "class.simpleName    | Order",
        "root.next           | %null",
        "root.next.next.next | %null",
      })
  void render_path_isTheProperty(String path, String expected) {
    assertThat(bind("o:{order." + path + "}").render(ORDER)).isEqualTo("o:" + expected);
  }

  @Test
  void render_nullOnTheWay_isTheTextOfNull() {
    assertThat(bind("o:{order.customer.id}").render(new Order(1, null, null))).isEqualTo("o:%null");
    assertThat(bind("o:{order.customer.id}").render((Object) null)).isEqualTo("o:%null");
  }

  @Test
  void render_severalPathsOfOneArgument_areAllThere() {
    assertThat(bind("{order.number}{order.customer.id}").render(ORDER)).isEqualTo("7L:a%3Ab");
  }

  @Test
  void render_propertyOfAPublicInterface_isReadOfAHiddenClass() {
    KeyRenderer shown =
        KeyTemplate.parse("{s.name}:{s.getName}")
            .bind(Signature.of("shown", List.of(new Parameter("s", Shop.Shown.class))));
    assertThat(shown.render(new Shop.Shown("x"))).isEqualTo("x:x");
  }

  @Test
  void render_argumentOfAnotherType_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bind("{order.number}").render("text"))
        .withMessageContaining("java.lang.String is no")
        .withMessageContaining("Shop$Order");
  }

  @Test
  void render_getterThatThrows_passesItOn() {
    assertThatIllegalStateException()
        .isThrownBy(() -> bind("{order.customer.broken}").render(ORDER))
        .withMessage("broken");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bind("{order.customer.lost}").render(ORDER))
        .withMessageContaining("lost")
        .withCauseInstanceOf(IOException.class);
  }
}
