package org.cairncache.cdi.application;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanContainer;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Objects;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;

/**
 * The bean behind interceptors and producers, whose life is the application's: it checks the
 * application, starts its background tasks when it has started, and ends them and closes its caches
 * when it stops. Thread-safe.
 */
@ApplicationScoped
public class CairnApplication {
  private volatile @Nullable Application application;
  private volatile boolean checked;

  /** For the container. */
  public CairnApplication() {}

  @Inject
  void begin(BeanClasses beans, @Any Instance<Object> instances, BeanContainer container) {
    application = new Application(beans, instances, container, loader());
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context != null ? context : CairnApplication.class.getClassLoader();
  }

  Application application() {
    return Objects.requireNonNull(application, "not injected");
  }

  /** What is done around calls that are intercepted by an annotation. */
  public AdviceTable advice(Class<? extends Annotation> annotation) {
    return application().advice(annotation);
  }

  /** The cache manager. */
  public CacheManager manager() {
    return application().manager();
  }

  /**
   * What is wrong in the application, each in a sentence that says what to do. If anything is, all
   * is closed, as containers may not end what they did not start.
   */
  public List<String> check() {
    checked = true;
    return closedIfAny(application().problems());
  }

  private List<String> closedIfAny(List<String> problems) {
    if (!problems.isEmpty()) {
      application().close();
    }
    return problems;
  }

  // After the application's own beans have begun.
  void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) Startup event) {
    List<String> problems = checked ? List.of() : check();
    if (problems.isEmpty()) {
      problems = closedIfAny(application().start());
    }
    if (!problems.isEmpty()) {
      throw new DeploymentException(String.join("\n", problems));
    }
  }

  void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) Shutdown event) {
    application().tasks().close();
  }

  @PreDestroy
  void end() {
    application().close();
  }
}
