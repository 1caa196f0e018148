package org.cairncache.cdi.application;

import java.lang.reflect.Method;
import org.cairncache.cdi.method.Methods;

/** A method as a bean has it. */
record MethodId(Class<?> bean, Method method) {
  @Override
  public String toString() {
    return Methods.describe(bean, method);
  }
}
