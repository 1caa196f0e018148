package org.cairncache.cdi;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import org.cairncache.cdi.application.Beans;

/** The beans of a container of CDI Full, 3 or 4. Thread-safe. */
record FullBeans(BeanManager manager) implements Beans {
  @Override
  public Set<Bean<?>> find(Class<?> type, Annotation... qualifiers) {
    return manager.getBeans(type, qualifiers);
  }

  @Override
  public List<Interceptor<?>> interceptors(Annotation binding) {
    return manager.resolveInterceptors(InterceptionType.AROUND_INVOKE, binding);
  }

  @Override
  public Object reference(Bean<?> bean, CreationalContext<?> context) {
    return manager.getReference(bean, bean.getBeanClass(), context);
  }

  @Override
  public CreationalContext<?> context(Bean<?> bean) {
    return manager.createCreationalContext(bean);
  }
}
