package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import org.junit.jupiter.api.Test;

/** Another implementation of the annotations of JSR-107 in the same application. */
final class OtherInterceptorsTest {
  @CacheResult
  @Interceptor
  @Priority(4000)
  public static class Foreign {
    @AroundInvoke
    Object around(InvocationContext call) throws Exception {
      return call.proceed();
    }
  }

  @ApplicationScoped
  public static class Squares {
    @CacheResult(cacheName = "squares")
    public int of(int number) {
      return number * number;
    }

    @CacheRemove(cacheName = "squares")
    public void forget(int number) {}
  }

  @Test
  void deploy_foreignInterceptor_isWarnedOf() {
    try (Logged warned = new Logged(Level.WARNING);
        Container container = Container.of(Squares.class, Foreign.class)) {
      assertThat(container.get(Squares.class).of(3)).isEqualTo(9);
      assertThat(warned.messages())
          .singleElement()
          .asString()
          .contains("@CacheResult would cache twice", Foreign.class.getName());
    }
  }

  @Test
  void deploy_ownInterceptorsAlone_nothingIsSaid() {
    try (Logged warned = new Logged(Level.WARNING);
        Container container = Container.of(Squares.class)) {
      assertThat(container.get(Squares.class).of(3)).isEqualTo(9);
      assertThat(warned.messages()).isEmpty();
    }
  }
}
