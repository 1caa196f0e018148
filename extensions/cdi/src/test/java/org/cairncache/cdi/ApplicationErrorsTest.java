package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.cache.CacheManager;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.awaitility.Awaitility;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an application is refused for as a whole. */
final class ApplicationErrorsTest {
  @ApplicationScoped
  public static class Mixed {
    @CacheResult(cacheName = "mixed")
    @KeyTemplate("user:{id}")
    public int find(int id) {
      return id;
    }

    @CachePut(cacheName = "mixed")
    public void change(int id, @CacheValue int user) {}
  }

  @RequestScoped
  public static class OfRequest {
    @BackgroundRefresh(key = "k", every = "1h", cacheName = "tasks")
    public int load() {
      return 1;
    }
  }

  @ApplicationScoped
  public static class SameKey {
    @BackgroundRefresh(key = "same", every = "1h", cacheName = "tasks")
    public int load() {
      return 1;
    }

    @BackgroundWriter(key = "same", every = "1h", cacheName = "tasks")
    public int write() {
      return 1;
    }
  }

  @ApplicationScoped
  public static class TagsNowhere {
    @InvalidateTags("team")
    public void change() {}
  }

  @ApplicationScoped
  public static class RefreshNowhere {
    @BackgroundRefresh(key = "k", every = "1h")
    public int load() {
      return 1;
    }
  }

  @ApplicationScoped
  public static class WriteNowhere {
    @BackgroundWriter(key = "k", every = "1h")
    public int load() {
      return 1;
    }
  }

  @Dependent
  public static class OneManager {
    @Produces
    @ApplicationScoped
    CacheManager one() {
      return new CairnCachingProvider().getCacheManager();
    }
  }

  @Dependent
  public static class OtherManager {
    @Produces
    @ApplicationScoped
    CacheManager other() {
      return new CairnCachingProvider().getCacheManager();
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(
            Mixed.class,
            "Mixed.change(int, int) has keys as JSR-107 generates them in the cache \"mixed\"",
            "where Mixed.find(int) has texts"),
        refused(OfRequest.class, "where there is no @RequestScoped: make the bean @Application"),
        refused(SameKey.class, "SameKey.load()", "SameKey.write()", "have one key, \"same\""),
        refused(TagsNowhere.class, "TagsNowhere.change(): there is no cacheName"),
        refused(RefreshNowhere.class, "RefreshNowhere.load(): there is no cacheName"),
        refused(WriteNowhere.class, "WriteNowhere.load(): there is no cacheName"));
  }

  private static Arguments refused(Class<?> bean, String... texts) {
    return Arguments.of(bean, List.of(texts));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void deploy_wrongApplication_isRefusedInASentence(Class<?> bean, List<String> texts) {
    assertThat(Refusal.of(bean)).contains(texts);
  }

  @Test
  void deploy_twoManagers_isRefusedNamingBoth() {
    assertThat(Refusal.of(OneManager.class, OtherManager.class))
        .contains("There must be one cache manager", "OneManager", "OtherManager");
  }

  @ApplicationScoped
  public static class TwoMissing {
    @CacheResult(cacheName = "missing-one")
    public int one(int id) {
      return id;
    }

    @CacheResult(cacheName = "missing-two")
    public int two(int id) {
      return id;
    }

    @CacheResult(cacheName = "missing-two")
    public int three(int id) {
      return id;
    }
  }

  @Test
  void deploy_severalProblems_areToldInOneGo() {
    String told =
        Refusal.with(
            Map.of(),
            TwoMissing.class,
            Mixed.class,
            OfRequest.class,
            SameKey.class,
            TagsNowhere.class);
    assertThat(told)
        .contains("There is no cache \"missing-one\"", "There is no cache \"missing-two\"")
        .contains("There is no cache \"mixed\"", "as JSR-107 generates them in the cache \"mixed\"")
        .contains("no @RequestScoped", "have one key, \"same\"")
        .contains("TagsNowhere.change(): there is no cacheName");
  }

  @Dependent
  public static class OwnManager {
    @Produces
    @ApplicationScoped
    CacheManager manager() {
      return new CairnCachingProvider().getCacheManager();
    }
  }

  @Test
  void deploy_producedManager_isCheckedWhenTheApplicationStarts() {
    assertThat(Refusal.with(Map.of(), OwnManager.class, TwoMissing.class))
        .contains("There is no cache \"missing-one\"", "There is no cache \"missing-two\"");
  }

  @ApplicationScoped
  public static class Good {
    @BackgroundRefresh(key = "k", every = "1h", cacheName = "tasks")
    public int load() {
      return 1;
    }
  }

  /** Its lifetime is found to be too short only when the task is started. */
  @ApplicationScoped
  public static class TooShort {
    @BackgroundRefresh(key = "short", every = "1h", ttl = "1s", cacheName = "tasks")
    public int load() {
      return 1;
    }
  }

  @Test
  void start_taskThatCannotStart_failsTheDeploymentAndEndsTheOthers() {
    assertThat(Refusal.of(Good.class, TooShort.class)).contains("TooShort.load()", "ttl");
    Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("cairn-worker-"))
                    .noneMatch(name -> name.startsWith("cairn-scheduler-")));
  }
}
