package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That keys are equal if {@code Arrays.deepEquals} says so of the arguments. */
final class MethodKeyTest {
  private static final List<Object[]> ARGUMENTS =
      List.of(
          new Object[] {},
          new Object[] {null},
          new Object[] {null, null},
          new Object[] {"a"},
          new Object[] {"a", null},
          new Object[] {"a", "b"},
          new Object[] {"b", "a"},
          new Object[] {new String[] {"a", "b"}},
          new Object[] {new Object[] {"a", "b"}},
          new Object[] {List.of("a", "b")},
          new Object[] {new Object[] {"a"}, "b"},
          new Object[] {new Object[] {new String[] {"a"}, "b"}},
          new Object[] {new Object[] {new Object[] {"a"}, "b"}},
          new Object[] {1},
          new Object[] {1L},
          new Object[] {new int[] {1, 2}},
          new Object[] {new int[] {2, 1}},
          new Object[] {new long[] {1, 2}},
          new Object[] {new Integer[] {1, 2}},
          new Object[] {new Number[] {1, 2}},
          new Object[] {new int[][] {{1}, {2}}},
          new Object[] {new Object[] {new int[] {1}, new int[] {2}}},
          new Object[] {new int[0]},
          new Object[] {new long[0]},
          new Object[] {new Object[0]},
          new Object[] {new String[0]},
          new Object[] {new Object[] {null}},
          new Object[] {new double[] {0.0, Double.NaN}},
          new Object[] {new double[] {-0.0, Double.NaN}},
          new Object[] {new char[] {'a'}},
          new Object[] {new boolean[] {true}});

  @Test
  void equals_isThatOfDeepEquals() {
    for (Object[] one : ARGUMENTS) {
      for (Object[] other : ARGUMENTS) {
        assertThat(MethodKey.of(one).equals(MethodKey.of(other)))
            .as("%s and %s", Arrays.deepToString(one), Arrays.deepToString(other))
            .isEqualTo(Arrays.deepEquals(one, other));
      }
    }
  }

  @Test
  void hashCode_ofEqualKeys_isEqual() {
    for (Object[] one : ARGUMENTS) {
      for (Object[] other : ARGUMENTS) {
        if (Arrays.deepEquals(one, other)) {
          assertThat(MethodKey.of(one)).hasSameHashCodeAs(MethodKey.of(other));
        }
      }
    }
    assertThat(ARGUMENTS.stream().map(each -> MethodKey.of(each).hashCode()).distinct().count())
        .isGreaterThan(15);
  }

  @Test
  void key_serializedAndBack_isEqual() throws Exception {
    for (Object[] arguments : ARGUMENTS) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(MethodKey.of(arguments));
      }
      try (ObjectInputStream in =
          new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
        assertThat(in.readObject())
            .isEqualTo(MethodKey.of(arguments))
            .hasSameHashCodeAs(MethodKey.of(arguments));
      }
    }
  }

  @Test
  void key_arraysChangeLater_staysTheSame() {
    int[] numbers = {1, 2};
    Object[] nested = {"a", numbers};
    Object[] arguments = {nested};
    MethodKey key = MethodKey.of(arguments);
    numbers[0] = 3;
    nested[0] = "b";
    arguments[0] = "c";
    assertThat(key)
        .isEqualTo(MethodKey.of((Object) new Object[] {"a", new int[] {1, 2}}))
        .hasSameHashCodeAs(MethodKey.of((Object) new Object[] {"a", new int[] {1, 2}}));
  }
}
