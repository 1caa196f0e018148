package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import org.cairncache.CairnCachingProvider;
import org.cairncache.cdi.documented.Managers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose extension adds caching of its own to all applications, as Payara's does. */
@Timeout(60)
final class ServersCachingTest {
  private static final AtomicInteger BY_SERVER = new AtomicInteger();

  /** What intercepts as well; not serializable. */
  public abstract static class ServersInterceptor {
    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
      BY_SERVER.incrementAndGet();
      return call.proceed();
    }
  }

  @CacheResult
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_AFTER)
  public static class ServersResult extends ServersInterceptor {}

  @CacheRemove
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_AFTER)
  public static class ServersRemove extends ServersInterceptor {}

  /** A binding of the server's own. */
  @InterceptorBinding
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Counted {}

  @Counted
  @Interceptor
  @Priority(Interceptor.Priority.PLATFORM_AFTER)
  public static class ServersCount extends ServersInterceptor {}

  /** Produces what is not Cairn's. */
  public static class ServersProducer {
    @Produces
    @Dependent
    @Nullable CacheManager manager() {
      return null; // as Payara's does if Hazelcast is disabled
    }

    @Produces
    @Dependent
    String name() {
      return "the server's";
    }
  }

  public static class Server implements Extension {
    void add(@Observes BeforeBeanDiscovery discovery, BeanManager container) {
      List.of(ServersResult.class, ServersRemove.class, ServersCount.class, ServersProducer.class)
          .forEach(
              type ->
                  discovery.addAnnotatedType(container.createAnnotatedType(type), type.getName()));
    }

    void addScope(@Observes AfterBeanDiscovery discovery) {
      discovery.addContext(new Passivating.Scope());
    }
  }

  @ApplicationScoped
  public static class Squares {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "squares")
    public int of(int number) {
      calls.incrementAndGet();
      return number * number;
    }

    @CacheRemove(cacheName = "squares")
    public void forget(int number) {}

    @Counted
    public int calls() {
      return calls.get();
    }
  }

  @Passivating
  public static class Session implements Serializable {
    private static final long serialVersionUID = 1;

    private int calls;

    @CacheResult(cacheName = "session")
    public int call(String key) {
      return ++calls;
    }
  }

  @Test
  void call_whereTheServerIntercepts_isInterceptedByCairnAlone() {
    BY_SERVER.set(0);
    try (Logged logged = new Logged(Level.INFO);
        Container container = Container.with(new Server(), Squares.class)) {
      Squares squares = container.get(Squares.class);
      squares.of(3);
      squares.of(3);
      assertThat(squares.calls()).isEqualTo(1);
      squares.forget(3);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.calls()).isEqualTo(2);

      assertThat(BY_SERVER).as("calls of calls() alone").hasValue(2);
      assertThat(logged.messages())
          .filteredOn(message -> message.contains(" is off: "))
          .singleElement()
          .asString()
          .contains(ServersResult.class.getName(), ServersRemove.class.getName())
          .contains(ServersProducer.class.getName() + ".manager")
          .doesNotContain(ServersCount.class.getName());
    }
  }

  @Test
  void deploy_beanOfAPassivatingScope_isNotRefusedForWhatTheServerAdds() {
    try (Container container = Container.with(new Server(), Session.class)) {
      Session session = container.get(Session.class);
      assertThat(session.call("a")).isEqualTo(1);
      assertThat(session.call("a")).isEqualTo(1);
    }
  }

  @Test
  void manager_whereTheServerProducesOne_isTheApplicationsAndNothingElseIsTakenAway() {
    try (Container container = Container.with(new Server(), Squares.class)) {
      assertThat(container.get(CacheManager.class).getCachingProvider())
          .isInstanceOf(CairnCachingProvider.class);
      assertThat(container.get(String.class)).isEqualTo("the server's");
    }
  }

  @Test
  void manager_ofTheApplicationBesideTheServers_isTheOneInUse() {
    try (Container container = Container.with(new Server(), Squares.class, Managers.class)) {
      assertThat(container.get(CacheManager.class).getURI()).hasToString("memory:own");
    }
  }
}
