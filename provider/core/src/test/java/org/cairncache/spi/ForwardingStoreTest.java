package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForwardingStoreTest {
  private Method called;

  @ParameterizedTest
  @MethodSource
  void everyMethod_isPassedOn(Method method) throws Exception {
    Store<?, ?> inner =
        (Store<?, ?>)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Store.class},
                (proxy, asked, arguments) -> {
                  called = asked;
                  return nothing(asked.getReturnType());
                });

    method.invoke(
        forwarding(inner),
        Arrays.stream(method.getParameterTypes()).map(ForwardingStoreTest::nothing).toArray());

    assertThat(called).isEqualTo(method);
  }

  static Stream<Method> everyMethod_isPassedOn() {
    return Arrays.stream(Store.class.getDeclaredMethods())
        .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
        .filter(method -> !List.of("getValue", "getLatestValue").contains(method.getName()));
  }

  /** Whoever changes what is found need not know of them. */
  @Test
  void getValueAndGetLatestValue_goByWhatIsFound() {
    Store<String, String> inner = new TinyStore<>();
    Store<String, String> changed =
        new ForwardingStore<>(inner) {
          @Override
          public Stored<String> get(String key) {
            return inner.get(key + "'");
          }

          @Override
          public Stored<String> getLatest(String key) {
            return inner.getLatest(key + "\"");
          }
        };
    inner.put("k", "v", Lifetime.ETERNAL);
    inner.put("k'", "found", Lifetime.ETERNAL);
    inner.put("k\"", "latest", Lifetime.ETERNAL);

    assertThat(changed.getValue("k", (key, entry) -> entry.value())).isEqualTo("found");
    assertThat(changed.getLatestValue("k", (key, entry) -> entry.value())).isEqualTo("latest");
  }

  private static <K, V> Store<K, V> forwarding(Store<K, V> inner) {
    return new ForwardingStore<K, V>(inner) {};
  }

  private static Object nothing(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    return type == long.class ? 0L : null;
  }
}
