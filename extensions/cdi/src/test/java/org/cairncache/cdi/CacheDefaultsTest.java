package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Which cache name {@code @CacheDefaults} gives to which methods. */
@Timeout(60)
final class CacheDefaultsTest {
  @ApplicationScoped
  @CacheDefaults(cacheName = "defaults")
  public static class Base {
    @CacheResult
    public String find(int key) {
      return "found";
    }

    @CachePut
    public void put(int key, @CacheValue String value) {}

    @CacheRemove
    public void remove(int key) {}

    @CacheRemoveAll
    public void removeAll() {}

    @CacheResult(cacheName = "own")
    public String named(int key) {
      return "named";
    }
  }

  @ApplicationScoped
  public static class Heir extends Base {}

  @ApplicationScoped
  @CacheDefaults(cacheName = "left")
  public static class Left extends Base {}

  @ApplicationScoped
  @CacheDefaults(cacheName = "right")
  public static class Right extends Base {}

  @ApplicationScoped
  @CacheDefaults
  public static class Nameless {
    @CacheResult
    public String find(int key) {
      return "nameless";
    }
  }

  private static final MethodKey KEY = MethodKey.of(1);

  @Test
  void cacheName_ofTheClass_isThatOfAllOperations() {
    try (Container container = Container.of(Base.class)) {
      Base bean = container.get(Base.class);
      bean.put(1, "put");
      assertThat(bean.find(1)).isEqualTo("put");
      bean.remove(1);
      assertThat(container.cache("defaults")).isEmpty();
      bean.find(1);
      assertThat(container.cache("defaults").get(KEY)).isEqualTo("found");
      bean.removeAll();
      assertThat(container.cache("defaults")).isEmpty();
    }
  }

  @Test
  void cacheName_ofTheMethod_winsOverThatOfTheClass() {
    try (Container container = Container.of(Base.class)) {
      container.get(Base.class).named(1);
      assertThat(container.cache("own").get(KEY)).isEqualTo("named");
      assertThat(container.cache("defaults")).isEmpty();
    }
  }

  @Test
  void cacheName_ofTheSuperclass_isInherited() {
    try (Container container = Container.of(Heir.class)) {
      container.get(Heir.class).find(1);
      assertThat(container.cache("defaults").get(KEY)).isEqualTo("found");
    }
  }

  @Test
  void cacheName_ofEachSubclass_isThatOfTheMethodsItInherits() {
    try (Container container = Container.of(Base.class, Left.class, Right.class)) {
      Left left = container.get(Left.class);
      Right right = container.get(Right.class);
      left.put(1, "of left");
      right.put(1, "of right");
      assertThat(left.find(1)).isEqualTo("of left");
      assertThat(right.find(1)).isEqualTo("of right");
      right.removeAll();
      assertThat(container.cache("left").get(KEY)).isEqualTo("of left");
      assertThat(container.cache("right")).isEmpty();
      assertThat(container.cache("defaults")).isEmpty();
    }
  }

  @Test
  void cacheName_ofNeither_isTheMethodWithItsTypes() {
    try (Container container = Container.of(Nameless.class)) {
      container.get(Nameless.class).find(1);
      assertThat(
              container.cache("org.cairncache.cdi.CacheDefaultsTest$Nameless.find(int)").get(KEY))
          .isEqualTo("nameless");
    }
  }
}
