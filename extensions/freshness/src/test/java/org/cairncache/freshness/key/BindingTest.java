package org.cairncache.freshness.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.cairncache.freshness.key.Shop.Order;
import org.cairncache.freshness.key.Signature.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What fits a function is bound, and what does not is refused when it is bound. */
final class BindingTest {
  private static final UUID ID = new UUID(1, 2);

  static Method method(String name) {
    return Arrays.stream(Shop.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static KeyRenderer bind(String template, String method) {
    return KeyTemplate.parse(template).bind(Signature.of(method(method)));
  }

  private static KeyRenderer bind(String template, Parameter... parameters) {
    return KeyTemplate.parse(template).bind(Signature.of("users", List.of(parameters)));
  }

  private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(
      String template, String method) {
    return assertThatIllegalArgumentException()
        .isThrownBy(() -> bind(template, method))
        .withMessageStartingWith(
            "Key template \"" + template + "\" cannot be bound to " + Signature.of(method(method)));
  }

  private static ThrowableAssertAlternative<IllegalArgumentException> assertRefused(
      String template, Parameter... parameters) {
    return assertThatIllegalArgumentException()
        .isThrownBy(() -> bind(template, parameters))
        .withMessageStartingWith("Key template \"" + template + "\" cannot be bound to users: ");
  }

  @Test
  void positional_onAnInstanceMethod_neverTakesThis() {
    assertThat(bind("shop:{}", "find").render(42)).isEqualTo("shop:42");
    assertThat(bind("{}:{}:{}", "search").render("a", 1L, ID))
        .isEqualTo("a:1L:%uuid(00000000-0000-0001-0000-000000000002)");
    assertThat(bind("{#}", "find").render(42)).isEqualTo("42");
    assertRefused("{}", "flags").withMessageContaining("{} is one more than there are parameters");
    assertRefused("{this}:{}", "find").withMessageContaining("{this} names no parameter");
  }

  @Test
  void bind_namesOfAMethod_areItsParameters() {
    assertThat(bind("{session}/{text}:{page}", "search").render("a", 1L, null))
        .isEqualTo(":%null:/a:1L");
    assertThat(bind("{page}:{}:{session}", "search").render("a", 1L, null)).isEqualTo("1L:a:%null");
  }

  @Test
  void bind_namesFromElsewhere_comeFirst() {
    Signature named =
        Signature.of(
            method("search"),
            parameter ->
                parameter.getType() == long.class ? Optional.of("p") : Optional.<String>empty());

    assertThat(KeyTemplate.parse("{p}:{text}:{session}").bind(named).render("a", 1L, null))
        .isEqualTo("1L:a:%null");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{page}:{#}").bind(named))
        .withMessageContaining("{page} names no parameter; known are text, p, session");
  }

  @Test
  void bind_unknownName_listsTheKnown() {
    assertRefused("user:{name}", "find")
        .withMessage(
            "Key template \"user:{name}\" cannot be bound to Shop.find(int): {name} names no"
                + " parameter; known are id");
    assertRefused("user:{name.first}", "search")
        .withMessageContaining("Shop.search(String, long, UUID)")
        .withMessageContaining("{name.first} names no parameter; known are text, page, session");
    assertRefused("{name}", "flags").withMessageContaining("{name}").withMessageContaining("none");
    assertRefused("{b}:{}", new Parameter("a", null))
        .withMessageContaining("{b} names no parameter");
  }

  @Test
  void bind_methodOfAClassWithoutNames_saysHowToCompile() throws NoSuchMethodException {
    Signature unnamed = Signature.of(String.class.getMethod("charAt", int.class));

    assertThat(KeyTemplate.parse("{}").bind(unnamed).render(1)).isEqualTo("1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse("{index}").bind(unnamed))
        .withMessageContaining("String.charAt(int)")
        .withMessageContaining("{index}")
        .withMessageContaining("-parameters")
        .withMessageContaining("use {}");
  }

  @Test
  void bind_lambdaWithoutNames_takesThoseOfTheTemplateInOrder() {
    Parameter unknown = Parameter.unknown();
    Parameter order = new Parameter(null, Order.class);

    assertThat(bind("{x}:{y}:{x}", unknown, unknown).render(1, 2)).isEqualTo("1:2:1");
    assertThat(bind("{y}:{o.number}", unknown, order).render(1, new Order(7, null, null)))
        .isEqualTo("1:7L");
    assertRefused("{x}:{y}", unknown)
        .withMessageContaining("{x} needs the names")
        .withMessageContaining("2 names for 1 parameters")
        .withMessageContaining("use {}");
    assertRefused("{x}", unknown, unknown).withMessageContaining("{x} needs the names");
  }

  @Test
  void bind_lambdaWithNames_takesThem() {
    assertThat(
            bind("{b}:{a}", new Parameter("a", null), new Parameter("b", int.class)).render(1, 2))
        .isEqualTo("2:1");
  }

  @Test
  void bind_parameterLeftOut_isRefused() {
    assertRefused("flags", "find")
        .withMessageContaining("parameter id")
        .withMessageContaining("share a key");
    assertRefused("{page}", "search").withMessageContaining("parameter text, parameter session");
    assertRefused("{}", Parameter.unknown(), Parameter.unknown())
        .withMessageContaining("parameter 2");
    assertThat(bind("flags", "flags").render()).isEqualTo("flags");
  }

  @Test
  void bind_moreInOrderThanThereAre_isRefused() {
    assertRefused("{}:{}", "find")
        .withMessageContaining("{} is one more than there are parameters, of which it has 1");
  }

  @Test
  void bind_keyThatWouldBeEmpty_isRefused() {
    assertRefused("{#}", "flags").withMessageContaining("would be empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "hidden", "KIND", "wrong", "getEmail.x", "id.x", "active.x"})
  void bind_propertyThatIsNotThere_listsTheType(String property) {
    String path = "{order.customer." + property + "}";
    assertRefused(path, "total")
        .withMessageContaining(path + " needs a property")
        .withMessageContaining("does not have");
  }

  @Test
  void bind_propertyThatIsNotThere_namesTypeAndProperty() {
    assertRefused("{order.customer.nme}", "total")
        .withMessageContaining("Shop.total(Order)")
        .withMessageContaining("{order.customer.nme} needs a property \"nme\" that")
        .withMessageContaining("org.cairncache.freshness.key.Shop$Customer does not have");
    assertRefused("{id.x}", "find").withMessageContaining("property \"x\" that int");
    assertRefused("{order.discard}", "total").withMessageContaining("\"discard\"");
    assertRefused("{order.shop}", "total").withMessageContaining("\"shop\"");
  }

  @Test
  void bind_propertyOfATypeThatIsNotPublic_saysSo() {
    assertRefused("{opened.name}", "open")
        .withMessageContaining("{opened.name}")
        .withMessageContaining("Shop$Opened does not show")
        .withMessageContaining("not public");
  }

  @Test
  void bind_propertyOfATypeThatIsNotExported_isThatOfAnExportedOneAboveOrRefused()
      throws ClassNotFoundException {
    Parameter zone = new Parameter("z", Class.forName("sun.util.calendar.ZoneInfo"));
    assertThat(bind("{z.ID}:{z.rawOffset}", zone).render(TimeZone.getTimeZone("UTC")))
        .isEqualTo("UTC:0");
    assertRefused("{z.dirty}", zone).withMessageContaining("ZoneInfo does not show");
  }

  @Test
  void bind_pathOfAParameterOfUnknownType_asksForIt() {
    assertRefused("{order.number}", new Parameter("order", null))
        .withMessageContaining("{order.number}")
        .withMessageContaining("declare the parameter's type");
  }

  @Test
  void bind_typeThatNeverHasAText_isRefused() {
    assertRefused("{}", "read").withMessageContaining("{} is of java.io.InputStream");
    assertRefused("{in}", "readAll").withMessageContaining("{in} is of java.io.InputStream[][]");
    assertRefused("{#}", "open").withMessageContaining("Shop$Opened, which has no text");
    assertRefused("{order.customer.photo}", "total")
        .withMessageContaining("{order.customer.photo} ends at java.io.InputStream");
    assertRefused("{order.customer}", "total").withMessageContaining("Customer");
    assertRefused("{order.class}", "total").withMessageContaining("java.lang.Class");
    assertRefused("{}", new Parameter(null, StringBuilder.class)).withMessageContaining("{}");
    assertRefused("{}", new Parameter(null, void.class)).withMessageContaining("{} is of void");
  }

  @Test
  void bind_typeThatMayHaveAText_isBound() {
    assertThat(bind("{#}", "any").render("a", 1, null, null, new Shop.Hidden("b")))
        .isEqualTo("a:1:%null:%null:%record(org.cairncache.freshness.key.Shop$Hidden,b)");
    assertThat(bind("{order.root}", "total").render(new Order(1, null, null))).isEqualTo(":%null");
    assertThat(bind("{}", new Parameter(null, boolean.class)).render(true)).isEqualTo("true");
    assertThat(bind("{}", new Parameter(null, InputStream.class.getInterfaces()[0])).render(1))
        .isEqualTo("1");
  }

  @Test
  void of_twoParametersOfOneName_isRefused() {
    Parameter twice = new Parameter("a", null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Signature.of("users", List.of(twice, twice)))
        .withMessageContaining("users")
        .withMessageContaining("name a");
  }
}
