package org.cairncache.cdi;

import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.annotation.Annotation;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A scope whose beans a container may write to a disk, as it does with sessions. */
@NormalScope(passivating = true)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Passivating {
  /** Adds the scope's context, which holds one instance of each bean. */
  class Scope implements Extension, Context {
    private final Map<Contextual<?>, Object> instances = new ConcurrentHashMap<>();

    void add(@Observes AfterBeanDiscovery discovery) {
      discovery.addContext(this);
    }

    /** Serializes all instances, and goes on with what comes back; says how many there are. */
    int passivateAndActivate() {
      instances.replaceAll((bean, instance) -> copy(instance));
      return instances.size();
    }

    private static Object copy(Object instance) {
      try {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
          out.writeObject(instance);
        }
        return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
      } catch (IOException | ClassNotFoundException failure) {
        throw new AssertionError("The bean cannot be passivated", failure);
      }
    }

    @Override
    public Class<? extends Annotation> getScope() {
      return Passivating.class;
    }

    @Override
    @SuppressWarnings("unchecked") // by its own bean
    public <T> T get(Contextual<T> bean, CreationalContext<T> creation) {
      return (T) instances.computeIfAbsent(bean, each -> bean.create(creation));
    }

    @Override
    @SuppressWarnings("unchecked") // by its own bean
    public <T> @Nullable T get(Contextual<T> bean) {
      return (T) instances.get(bean);
    }

    @Override
    public boolean isActive() {
      return true;
    }
  }
}
