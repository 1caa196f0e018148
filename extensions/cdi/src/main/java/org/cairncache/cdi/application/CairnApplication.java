package org.cairncache.cdi.application;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.inject.Inject;
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
  void begin(BeanClasses beans, @Any Instance<Object> instances) {
    application = new Application(beans, instances, loader());
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

  /**
   * Starts the background tasks.
   *
   * @throws DeploymentException if anything is wrong in the application
   */
  public void start() {
    List<String> problems = checked ? List.of() : check();
    if (problems.isEmpty()) {
      problems = closedIfAny(application().start());
    }
    if (!problems.isEmpty()) {
      throw new DeploymentException(String.join("\n", problems));
    }
  }

  /** Ends the background tasks. */
  public void stop() {
    application().tasks().close();
  }

  @PreDestroy
  void end() {
    application().close();
  }
}
