package org.cairncache.cdi.application;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import javax.cache.CacheManager;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.cdi.CacheObservers;
import org.cairncache.cdi.advice.Advice;
import org.cairncache.cdi.advice.Advices;
import org.cairncache.cdi.advice.RefreshAdvice;
import org.cairncache.cdi.method.BeanMethods;

/** What one CDI application has of Cairn. Thread-safe. */
final class Application implements AutoCloseable {
  private final BeanClasses beans;
  private final Manager manager;
  private final NamedCaches caches;
  private final BeanSurroundings surroundings;
  private final Advices advices;
  private final Tasks tasks;
  private final Map<Class<? extends Annotation>, AdviceTable> tables;
  private final ConcurrentMap<AdviceId, Advice> advice = new ConcurrentHashMap<>();

  private record AdviceId(MethodId method, Class<? extends Annotation> annotation) {}

  Application(BeanClasses beans, Instance<Object> instances, ClassLoader loader) {
    CdiSettings settings = CdiSettings.read(loader);
    this.beans = beans;
    this.manager =
        beans.ownManager()
            ? Manager.own(settings, loader)
            : Manager.of(
                () -> instances.select(CacheManager.class, Default.Literal.INSTANCE).get());
    this.caches = new NamedCaches(manager, settings.missing());
    Instance<CacheObservers> observers =
        instances.select(CacheObservers.class, Default.Literal.INSTANCE);
    CacheObservers hears = observers.isUnsatisfied() ? new CacheObservers() {} : observers.get();
    this.surroundings =
        new BeanSurroundings(caches, new Instances(instances, beans.container()), hears);
    this.advices = new Advices(surroundings);
    this.tasks = new Tasks(caches, hears, beans.container());
    this.tables =
        BeanMethods.BINDINGS.stream()
            .collect(Collectors.toUnmodifiableMap(type -> type, this::tableOf));
  }

  private AdviceTable tableOf(Class<? extends Annotation> annotation) {
    return new AdviceTable(beans, (bean, method) -> advice(new MethodId(bean, method), annotation));
  }

  CacheManager manager() {
    return manager.get();
  }

  BeanClasses beans() {
    return beans;
  }

  NamedCaches caches() {
    return caches;
  }

  BeanSurroundings surroundings() {
    return surroundings;
  }

  Tasks tasks() {
    return tasks;
  }

  /** The advice for the calls that are intercepted by an annotation. */
  AdviceTable advice(Class<? extends Annotation> annotation) {
    AdviceTable table = tables.get(annotation);
    if (table == null) {
      throw new IllegalArgumentException(annotation + " binds no interceptor");
    }
    return table;
  }

  /** The one advice of a bean's method for one of its annotations. */
  Advice advice(MethodId id, Class<? extends Annotation> annotation) {
    AdviceId adviceId = new AdviceId(id, annotation);
    Advice found = advice.get(adviceId);
    if (found != null) {
      return found;
    }
    // Not under a lock: beans of the application that are made for it may call cached methods.
    Advice made = make(adviceId);
    Advice other = advice.putIfAbsent(adviceId, made);
    return other == null ? made : other;
  }

  private Advice make(AdviceId id) {
    Method method = id.method.method();
    Annotation found = method.getAnnotation(id.annotation);
    if (found == null) {
      throw new IllegalArgumentException(id.method + " does not have " + id.annotation);
    }
    return found instanceof BackgroundRefresh
        ? new RefreshAdvice()
        : advices.of(id.method.bean(), method, found);
  }

  /** What is wrong, each in a sentence that says what to do; opens the manager and its caches. */
  List<String> problems() {
    return new Check(this).problems();
  }

  /** Starts the background tasks; tells of which cannot be started, and why. */
  List<String> start() {
    List<String> problems = new ArrayList<>();
    for (Class<?> bean : beans.sorted()) {
      for (Method method : BeanMethods.of(bean)) {
        MethodId id = new MethodId(bean, method);
        try {
          start(id);
        } catch (RuntimeException failure) {
          problems.add(id + ": " + Check.reason(failure));
        }
      }
    }
    return problems;
  }

  private void start(MethodId id) {
    BackgroundRefresh refresh = id.method().getAnnotation(BackgroundRefresh.class);
    if (refresh != null) {
      tasks.refresh(id, refresh, (RefreshAdvice) advice(id, BackgroundRefresh.class));
    }
    BackgroundWriter writer = id.method().getAnnotation(BackgroundWriter.class);
    if (writer != null) {
      tasks.write(id, writer);
    }
  }

  /** Stops the background tasks and closes the manager, if it is not the application's. */
  @Override
  public void close() {
    tasks.close();
    manager.close();
  }
}
