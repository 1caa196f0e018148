package org.cairncache.cdi.application;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import javax.cache.CacheException;

/** The objects behind the classes that annotations name: beans, or objects of plain classes. */
record Instances(Instance<Object> beans, Beans container) {
  /**
   * The bean of the type, however it is produced, or else a new object of the class.
   *
   * @throws CacheException if there are several beans, or there is no way to make one
   */
  <T> T of(Class<T> type) {
    Instance<T> bean = beans.select(type, Default.Literal.INSTANCE);
    if (bean.isAmbiguous()) {
      throw new CacheException(
          type.getName() + " is ambiguous: " + container.find(type, Default.Literal.INSTANCE));
    }
    return bean.isResolvable() ? bean.get() : make(type);
  }

  private static <T> T make(Class<T> type) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException failed) {
      throw new CacheException(
          "The constructor of " + type.getName() + " failed", failed.getCause());
    } catch (ReflectiveOperationException | RuntimeException none) {
      throw new CacheException(
          type.getName() + " is no bean, and has no constructor without parameters", none);
    }
  }
}
