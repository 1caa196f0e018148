package org.cairncache.cdi.application;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiFunction;
import org.cairncache.cdi.advice.Advice;

/** The advice of each method of each bean for one annotation. Thread-safe. */
public final class AdviceTable {
  private final BeanClasses beans;
  private final BiFunction<Class<?>, Method, Advice> make;
  // By the class of the instance, which may be one that the container has made.
  private final ConcurrentMap<Class<?>, ConcurrentMap<Method, Advice>> advice =
      new ConcurrentHashMap<>();

  AdviceTable(BeanClasses beans, BiFunction<Class<?>, Method, Advice> make) {
    this.beans = beans;
    this.make = make;
  }

  /** What is done around a call. */
  public Advice of(InvocationContext call) {
    Class<?> instance = call.getTarget().getClass();
    ConcurrentMap<Method, Advice> methods = advice.get(instance);
    Advice found = methods == null ? null : methods.get(call.getMethod());
    return found != null ? found : make(instance, call.getMethod());
  }

  private Advice make(Class<?> instance, Method method) {
    Class<?> bean = beans.beanOf(instance, method.getDeclaringClass());
    Advice made = make.apply(bean, method);
    advice.computeIfAbsent(instance, type -> new ConcurrentHashMap<>()).put(method, made);
    return made;
  }
}
