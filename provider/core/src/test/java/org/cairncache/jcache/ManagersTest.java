package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Properties;
import javax.cache.CacheException;
import org.cairncache.CairnCachingProvider;
import org.cairncache.spi.CountingClock;
import org.cairncache.spi.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ManagersTest {
  private static final ClassLoader LOADER = ManagersTest.class.getClassLoader();
  private static final URI MEMORY = URI.create("memory:managers");

  private final Managers managers =
      new Managers(new CairnCachingProvider(), ManagersTest::plan, "clock");

  @AfterEach
  void close() {
    managers.close();
  }

  @Test
  void get_sameUriAndLoader_isTheSameManager() {
    Manager manager = get(MEMORY, LOADER);

    assertThat(get(URI.create("memory:managers"), LOADER)).isSameAs(manager);
    assertThat(get(URI.create("memory:other"), LOADER)).isNotSameAs(manager);
    assertThat(get(MEMORY, new URLClassLoader(new URL[0], LOADER))).isNotSameAs(manager);
  }

  @Test
  void get_afterClose_isANewManager() {
    Manager manager = get(MEMORY, LOADER);
    manager.close();

    Manager next = get(MEMORY, LOADER);
    assertThat(next).isNotSameAs(manager);
    assertThat(next.isClosed()).isFalse();

    manager.close();
    assertThat(get(MEMORY, LOADER)).isSameAs(next);
  }

  @Test
  void close_ofUriAndLoader_closesThatManagerAlone() {
    ClassLoader otherLoader = new URLClassLoader(new URL[0], LOADER);
    Manager closing = get(MEMORY, LOADER);
    Manager otherUri = get(URI.create("memory:other"), LOADER);
    Manager ofOtherLoader = get(MEMORY, otherLoader);

    managers.close(MEMORY, LOADER);
    managers.close(URI.create("memory:never-opened"), LOADER);
    assertThat(closing.isClosed()).isTrue();
    assertThat(otherUri.isClosed()).isFalse();
    assertThat(ofOtherLoader.isClosed()).isFalse();

    managers.close(LOADER);
    assertThat(otherUri.isClosed()).isTrue();
    assertThat(ofOtherLoader.isClosed()).isFalse();

    managers.close();
    assertThat(ofOtherLoader.isClosed()).isTrue();
  }

  @Test
  void get_afterAFailure_isNotSpoilt() {
    assertThatThrownBy(() -> get(URI.create("unknown:x"), LOADER))
        .isInstanceOf(CacheException.class);

    assertThat(get(MEMORY, LOADER).isClosed()).isFalse();
  }

  @Test
  void get_clockOfAnotherType_isRefusedByName() {
    Properties properties = new Properties();
    properties.put("clock", "12:00");

    assertThatThrownBy(() -> managers.get(MEMORY, LOADER, properties))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("clock")
        .hasMessageContaining("InstantSource")
        .hasMessageContaining("String");
  }

  @Test
  void get_clock_isWhatTheStoresGoBy() {
    CountingClock clock = new CountingClock();
    Properties properties = new Properties();
    properties.put("clock", clock);

    assertThat(managers.get(MEMORY, LOADER, properties).resources().clock()).isSameAs(clock);
  }

  private static ManagerPlan plan(URI uri, ClassLoader loader, Properties properties) {
    if (uri.getScheme().equals("unknown")) {
      throw new CacheException("unknown");
    }
    return ManagerPlan.on(uri, Settings.NONE);
  }

  private Manager get(URI uri, ClassLoader loader) {
    return managers.get(uri, loader, new Properties());
  }
}
