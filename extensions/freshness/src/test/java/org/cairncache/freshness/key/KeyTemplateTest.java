package org.cairncache.freshness.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import org.cairncache.freshness.key.Signature.Parameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a template may say, and how the literals and placeholders lie in a key. */
final class KeyTemplateTest {

  private static String key(String template, Object... arguments) {
    return renderer(template, arguments.length).render(arguments);
  }

  private static KeyRenderer renderer(String template, int parameters) {
    return KeyTemplate.parse(template)
        .bind(Signature.of("lambda", Collections.nCopies(parameters, Parameter.unknown())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user:{}:{}           | user:x:y",
        "{}:{}                | x:y",
        "{#}                  | x:y",
        "all:{#}!             | all:x:y!",
        "user:{id}:{lang}     | user:x:y",
        "{a}:{b}:{a}          | x:y:x",
        "a{}b{}c              | ax:byc",
        "{}{}                 | x:y",
        "{}-{}                | x:-y",
        "{}-:{}               | x-:y",
        "{#}{a}{b}            | x:y:x:y",
        "\\{{}\\}:\\\\{}      | {x}:\\y",
        "{}:{größe}{_x}       | ",
        "user:%{}:{}          | user:%x:y",
        "漢:{}:😀{}             | 漢:x:😀y",
      })
  void render_wellFormedTemplate_isAsWritten(String template, String expected) {
    if (expected != null) {
      assertThat(key(template, "x", "y")).isEqualTo(expected);
    }
    assertThat(KeyTemplate.parse(template)).hasToString(template);
  }

  @Test
  void render_staticTemplateWithoutParameters_isTheText() {
    assertThat(renderer("flags", 0).render()).isEqualTo("flags");
    assertThat(renderer("flags:{#}", 0).render()).isEqualTo("flags:");
    assertThat(renderer("flags", 0).render(new Object[0])).isEqualTo("flags");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''           | 0 | empty",
        "%user:{}     | 0 | reserved",
        "user:{id     | 5 | never closed",
        "{            | 0 | never closed",
        "user:}       | 5 | closes nothing",
        "{}}          | 2 | closes nothing",
        "a{{}}        | 2 | is no name",
        "a:{b c}      | 3 | is no name",
        "a:{b.}       | 5 | is no name",
        "a:{.b}       | 3 | is no name",
        "a:{b..c}     | 5 | is no name",
        "a:{b.1c}     | 5 | is no name",
        "a:{0}        | 3 | is no name",
        "a:{#.b}      | 3 | is no name",
        "a:{ b}       | 3 | is no name",
        "a\\b         | 1 | stands before none",
        "ab\\         | 2 | stands before none",
      })
  void parse_malformedText_saysWhere(String template, int index, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyTemplate.parse(template))
        .withMessageContaining("\"" + template + "\"")
        .withMessageContaining("at index " + index + ":")
        .withMessageContaining(why);
  }

  @Test
  void render_argumentThatWouldBeginAReservedKey_comesBehindAColon() {
    assertThat(key("{}", (Object) null)).isEqualTo(":%null");
    assertThat(key("{}", "%lease")).isEqualTo(":%25lease");
    assertThat(key("{}:{}", 1.0, "")).isEqualTo(":%double(0x1.0p0):%s()");
    assertThat(key("a{}", (Object) null)).isEqualTo("a%null");
  }
}
