package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.InterceptionType;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.application.CairnApplication;
import org.junit.jupiter.api.Test;

/** What the extension adds to an application. */
final class CairnExtensionTest {
  public static class Squares {
    @CacheResult(cacheName = "squares")
    public int of(int number) {
      return number * number;
    }
  }

  /** As in OpenWebBeans, which looks into every jar, and in a jar with all of an application. */
  @Test
  void beans_thatTheContainerFindsItself_areThereOnce() throws NoSuchMethodException {
    List<Class<?>> found = new ArrayList<>(CdiTypes.BEANS);
    found.add(Squares.class);
    Annotation[] annotations = Squares.class.getMethod("of", int.class).getAnnotations();

    try (Container container = Container.of(found.toArray(Class<?>[]::new))) {
      BeanManager beans = container.container().getBeanManager();
      assertThat(beans.resolveInterceptors(InterceptionType.AROUND_INVOKE, annotations)).hasSize(1);
      assertThat(beans.getBeans(CairnApplication.class)).hasSize(1);
      assertThat(container.get(Squares.class).of(3)).isEqualTo(9);
    }
  }
}
