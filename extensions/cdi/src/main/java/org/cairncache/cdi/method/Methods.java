package org.cairncache.cdi.method;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What messages call methods. */
public final class Methods {
  private Methods() {}

  /** The simple name of the bean, with the method and its parameters: {@code Users.find(int)}. */
  public static String describe(Class<?> bean, Method method) {
    return bean.getSimpleName()
        + "."
        + method.getName()
        + Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", ", "(", ")"));
  }
}
