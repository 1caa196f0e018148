package org.cairncache.tck.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.inject.spi.InterceptionType;
import java.lang.annotation.Annotation;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.UUID;
import javax.cache.annotation.BeanProvider;
import manager.BlogManager;
import manager.CacheNameOnEachMethodBlogManagerImpl;
import manager.ClassLevelCacheConfigBlogManagerImpl;
import manager.UsingDefaultCacheNameBlogManagerImpl;
import org.jsr107.tck.annotation.AbstractInterceptionTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the TCK's annotation tests take for granted: they swallow what the provider of their beans
 * throws, and pass then. Runs beside them in their JVM, and takes its beans from where they do.
 */
public final class InterceptionCheck extends AbstractInterceptionTest {

  private final Counter counter = getBeanByType(Counter.class);

  @Test
  void load_beanProvider_isThatOfTheContainer() {
    assertThat(ServiceLoader.load(BeanProvider.class).stream().map(ServiceLoader.Provider::type))
        .isEqualTo(List.of(ContainerBeans.class));
  }

  /**
   * The API that this was compiled against is on the class path as well, and of another version.
   */
  @Test
  void classPath_containerAndItsApi_areFromOneFolder() throws URISyntaxException {
    assertThat(folder(BeanManager.class)).isEqualTo(folder(CDI.current().getClass()));
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        CacheNameOnEachMethodBlogManagerImpl.class,
        ClassLevelCacheConfigBlogManagerImpl.class,
        UsingDefaultCacheNameBlogManagerImpl.class
      })
  void getBeanByType_beanOfTheTck_isAProxy(Class<? extends BlogManager> type) {
    assertThat(getBeanByType(type).getClass()).isNotEqualTo(type).isAssignableTo(type);
  }

  @Test
  void cached_calledTwice_arrivesOnce() {
    String key = UUID.randomUUID().toString();

    assertThat(counter.cached(key)).isEqualTo(1);
    assertThat(counter.cached(key)).isEqualTo(1);
    assertThat(counter.plain(key)).isEqualTo(2);
  }

  @Test
  void cached_calledTwiceWithOtherKeys_arrivesTwice() {
    assertThat(counter.cached(UUID.randomUUID().toString())).isEqualTo(1);
    assertThat(counter.cached(UUID.randomUUID().toString())).isEqualTo(2);
  }

  /**
   * Twice if the container finds the interceptors by itself, beside the extension that adds them.
   */
  @Test
  void resolveInterceptors_cachedMethod_areOne() throws NoSuchMethodException {
    Annotation[] annotations = Counter.class.getMethod("cached", String.class).getAnnotations();

    assertThat(
            CDI.current()
                .getBeanManager()
                .resolveInterceptors(InterceptionType.AROUND_INVOKE, annotations))
        .hasSize(1);
  }

  private static Path folder(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).getParent();
  }
}
