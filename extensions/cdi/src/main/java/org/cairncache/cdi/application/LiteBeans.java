package org.cairncache.cdi.application;

import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.InterceptionType;
import jakarta.enterprise.inject.spi.Interceptor;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;

/** The beans of a container of CDI Lite. Thread-safe. */
record LiteBeans(BeanContainer container) implements Beans {
  @Override
  public Set<Bean<?>> find(Class<?> type, Annotation... qualifiers) {
    return container.getBeans(type, qualifiers);
  }

  @Override
  public List<Interceptor<?>> interceptors(Annotation binding) {
    return container.resolveInterceptors(InterceptionType.AROUND_INVOKE, binding);
  }

  @Override
  public Object reference(Bean<?> bean, CreationalContext<?> context) {
    return container.getReference(bean, bean.getBeanClass(), context);
  }

  @Override
  public CreationalContext<?> context(Bean<?> bean) {
    return container.createCreationalContext(bean);
  }
}
