package org.cairncache.cdi.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cairncache.cdi.method.BeanMethods;
import org.cairncache.cdi.method.Operation;

/** The interceptors of another implementation of the annotations of JSR-107. */
final class OtherInterceptors {
  private static final Logger LOG = System.getLogger(OtherInterceptors.class.getName());
  private static final String OWN = "org.cairncache.cdi.interceptor.";

  private OtherInterceptors() {}

  /** Says in the log if there are any that the methods of these beans are intercepted by. */
  static void warn(Beans container, List<Class<?>> beans) {
    Map<String, Operation<?>> operations = new LinkedHashMap<>();
    for (Class<?> bean : beans) {
      for (Method method : BeanMethods.of(bean)) {
        Operation.of(method).forEach(each -> operations.putIfAbsent(each.toString(), each));
      }
    }
    operations.values().forEach(operation -> warn(container, operation));
  }

  private static void warn(Beans container, Operation<?> operation) {
    Set<String> others = new TreeSet<>();
    container
        .interceptors(operation.annotation())
        .forEach(interceptor -> others.add(interceptor.getBeanClass().getName()));
    others.removeIf(name -> name.startsWith(OWN));
    if (!others.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Methods with "
              + operation
              + " would cache twice: "
              + others
              + " intercept them as well as Cairn does. Take away the one or the other");
    }
  }
}
