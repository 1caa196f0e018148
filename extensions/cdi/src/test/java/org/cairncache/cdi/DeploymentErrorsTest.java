package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What annotations are refused for that no cache is needed to judge. */
final class DeploymentErrorsTest {
  @Dependent
  public static class Final {
    @CacheResult(cacheName = "a")
    public final int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class Private {
    @CacheRemove(cacheName = "a")
    private void forget(int id) {}
  }

  @Dependent
  public static class Static {
    @CacheRemoveAll(cacheName = "a")
    public static void forget() {}
  }

  @Dependent
  @CacheResult(cacheName = "a")
  public static class OnClass {
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class Several {
    @CacheResult(cacheName = "a")
    @CacheRemoveAll(cacheName = "b")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class ResultAndTask {
    @CacheResult(cacheName = "a")
    @BackgroundRefresh(key = "k", every = "1s", cacheName = "a")
    public int find() {
      return 1;
    }
  }

  @Dependent
  public static class UnknownName {
    @CacheResult(cacheName = "a")
    @KeyTemplate("user:{ident}")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class LeftOut {
    @CacheResult(cacheName = "a")
    @KeyTemplate("user:{id}")
    public int find(int id, String language) {
      return id;
    }
  }

  @Dependent
  public static class TemplateWithoutKey {
    @CacheRemoveAll(cacheName = "a")
    @KeyTemplate("user:{id}")
    public void forget(int id) {}
  }

  @Dependent
  public static class TemplateAndGenerator {
    @CacheResult(cacheName = "a", cacheKeyGenerator = Generator.class)
    @KeyTemplate("user:{id}")
    public int find(int id) {
      return id;
    }
  }

  interface Generator extends CacheKeyGenerator {}

  @Dependent
  public static class FreshWithoutTemplate {
    @CacheResult(cacheName = "a")
    @Freshness(ttl = "5m")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class FreshWithoutResult {
    @KeyTemplate("user:{id}")
    @Freshness(ttl = "5m")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  @CacheDefaults(cacheResolverFactory = Resolvers.class)
  public static class FreshWithResolver {
    @CacheResult
    @KeyTemplate("user:{id}")
    @Freshness(ttl = "5m")
    public int find(int id) {
      return id;
    }
  }

  interface Resolvers extends CacheResolverFactory {}

  @Dependent
  public static class WrongDuration {
    @CacheResult(cacheName = "a")
    @KeyTemplate("user:{id}")
    @Freshness(ttl = "5m", stale = "5 fortnights")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class WrongFreshness {
    @CacheResult(cacheName = "a")
    @KeyTemplate("user:{id}")
    @Freshness(ttl = "5m", jitter = 7)
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class UnknownTag {
    @InvalidateTags(value = "team:{team}", cacheName = "a")
    public void change(int id) {}
  }

  @Dependent
  public static class NoValue {
    @CachePut(cacheName = "a")
    public void change(int id, String name) {}
  }

  @Dependent
  public static class TwoValues {
    @CachePut(cacheName = "a")
    public void change(int id, @CacheValue String name, @CacheValue String other) {}
  }

  @Dependent
  public static class NoResult {
    @CacheResult(cacheName = "a")
    public void find(int id) {}
  }

  @Dependent
  public static class PlainFuture {
    @CacheResult(cacheName = "a")
    public Future<Integer> find(int id) {
      return CompletableFuture.completedFuture(id);
    }
  }

  @Dependent
  public static class TaskWithParameter {
    @BackgroundWriter(key = "k", every = "1s", cacheName = "a")
    public int find(int id) {
      return id;
    }
  }

  @Dependent
  public static class TaskOfNoInterval {
    @BackgroundRefresh(key = "k", every = "often", cacheName = "a")
    public int find() {
      return 1;
    }
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        refused(Final.class, "Final.find(int) is final, so that containers cannot intercept it"),
        refused(Private.class, "Private.forget(int) is private", "make it non-private"),
        refused(Static.class, "Static.forget() is static"),
        refused(OnClass.class, "$OnClass: @CacheResult belongs on methods, not the class"),
        refused(Several.class, "has @CacheResult and @CacheRemoveAll, of which JSR-107 allows one"),
        refused(ResultAndTask.class, "has @CacheResult and @BackgroundRefresh"),
        refused(UnknownName.class, "UnknownName.find(int)", "ident"),
        refused(LeftOut.class, "LeftOut.find(int, String)", "language"),
        refused(TemplateWithoutKey.class, "has @KeyTemplate, but no key"),
        refused(TemplateAndGenerator.class, "both a @KeyTemplate and a cacheKeyGenerator"),
        refused(FreshWithoutTemplate.class, "add @KeyTemplate(\"find:{#}\")"),
        refused(FreshWithoutResult.class, "has @Freshness, which belongs beside @CacheResult"),
        refused(FreshWithResolver.class, "needs a cache by name and no cacheResolverFactory"),
        refused(WrongDuration.class, "stale = \"5 fortnights\" is no duration: write 500ms"),
        refused(WrongFreshness.class, "WrongFreshness.find(int)", "jitter"),
        refused(UnknownTag.class, "UnknownTag.change(int)", "team"),
        refused(NoValue.class, "has @CachePut and no parameters with @CacheValue"),
        refused(TwoValues.class, "has @CachePut and 2 parameters with @CacheValue"),
        refused(NoResult.class, "NoResult.find(int) returns nothing that could be cached"),
        refused(PlainFuture.class, "returns a Future, which cannot be made of a cached value"),
        refused(TaskWithParameter.class, "in the background, so that it can have no parameters"),
        refused(TaskOfNoInterval.class, "every = \"often\" is no duration"));
  }

  private static Arguments refused(Class<?> bean, String... texts) {
    return Arguments.of(bean, List.of(texts));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void deploy_wrongAnnotation_isRefusedInASentence(Class<?> bean, List<String> texts) {
    assertThat(Refusal.of(bean)).contains(texts);
  }

  @Dependent
  public abstract static class Base {
    @CacheResult
    public int find(int id) {
      return id;
    }
  }

  @ApplicationScoped
  @CacheDefaults(cacheName = "a")
  public static class Concrete extends Base {}

  @Test
  void deploy_severalProblems_areToldInOneGo() {
    String told = Refusal.of(Final.class, Several.class, UnknownName.class, WrongDuration.class);
    assertThat(told)
        .contains("Final.find(int) is final", "has @CacheResult and @CacheRemoveAll")
        .contains("ident", "5 fortnights");
  }

  @Test
  void deploy_abstractClass_isNotJudgedForItself() {
    assertThat(Refusal.with(java.util.Map.of(), Base.class, Concrete.class))
        .contains("There is no cache \"a\"")
        .doesNotContain("Base.find");
  }
}
