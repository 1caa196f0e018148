package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.Extension;
import javax.cache.CacheManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server whose extension produces a cache manager for all applications, as Payara's does. */
@Timeout(60)
final class ServersManagerTest {
  public static class Server {
    @Produces
    @Dependent
    @Nullable CacheManager manager() {
      return null; // as Payara's does if Hazelcast is disabled
    }
  }

  public static class ServerExtension implements Extension {
    void add(@Observes BeforeBeanDiscovery discovery, BeanManager container) {
      discovery.addAnnotatedType(
          container.createAnnotatedType(Server.class), Server.class.getName());
    }
  }

  @Test
  void call_whereTheServerProducesAManager_usesTheApplicationsOwn() {
    try (Container container =
        Container.with(new ServerExtension(), CacheResultTest.Squares.class)) {
      CacheResultTest.Squares squares = container.get(CacheResultTest.Squares.class);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.of(3)).isEqualTo(9);
      assertThat(squares.calls()).isEqualTo(1);
    }
  }
}
