package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CacheInvocationParameter;
import javax.cache.annotation.CacheKey;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CacheKeyInvocationContext;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import javax.cache.annotation.GeneratedCacheKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Where the objects behind {@code cacheKeyGenerator} come from, and what they are told. */
@Timeout(60)
final class KeyGeneratorTest {
  /** Of no meaning to anybody else. */
  @Retention(RetentionPolicy.RUNTIME)
  public @interface Marked {}

  /** No bean. */
  static final class Plain implements CacheKeyGenerator {
    @Override
    public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<?> context) {
      return MethodKey.of("plain", context.getKeyParameters()[0].getValue());
    }
  }

  @ApplicationScoped
  public static class Prefix {
    String text() {
      return "prefix";
    }
  }

  @ApplicationScoped
  public static class Injected implements CacheKeyGenerator {
    @Inject Prefix prefix;

    @Override
    public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<?> context) {
      return MethodKey.of(prefix.text(), context.getKeyParameters()[0].getValue());
    }
  }

  /** No bean either, and not to be made without its word. */
  public static class Produced implements CacheKeyGenerator {
    private final String word;

    Produced(String word) {
      this.word = word;
    }

    @Override
    public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<?> context) {
      return MethodKey.of(word, context.getKeyParameters()[0].getValue());
    }
  }

  @ApplicationScoped
  public static class Producer {
    @Produces
    Produced one() {
      return new Produced("one");
    }
  }

  @ApplicationScoped
  public static class NamedProducer {
    @Produces
    @CacheName("another")
    Produced named() {
      return new Produced("named");
    }
  }

  @ApplicationScoped
  public static class OtherProducer {
    @Produces
    Produced other() {
      return new Produced("other");
    }
  }

  @ApplicationScoped
  public static class Recorder implements CacheKeyGenerator {
    private @Nullable CacheKeyInvocationContext<? extends Annotation> last;

    @Override
    public GeneratedCacheKey generateCacheKey(
        CacheKeyInvocationContext<? extends Annotation> context) {
      last = context;
      return MethodKey.of("recorded");
    }

    @Nullable CacheKeyInvocationContext<? extends Annotation> last() {
      return last;
    }
  }

  /** Gives no key. */
  static final class Forgetful implements CacheKeyGenerator {
    @Override
    @SuppressWarnings("NullAway") // against its contract
    public GeneratedCacheKey generateCacheKey(CacheKeyInvocationContext<?> context) {
      return null;
    }
  }

  @ApplicationScoped
  public static class ByPlain {
    private final AtomicInteger calls = new AtomicInteger();

    @CacheResult(cacheName = "keys", cacheKeyGenerator = Plain.class)
    public int find(String key) {
      return calls.incrementAndGet();
    }
  }

  @ApplicationScoped
  public static class ByInjected {
    @CacheResult(cacheName = "keys", cacheKeyGenerator = Injected.class)
    public String find(String key) {
      return "found";
    }
  }

  @ApplicationScoped
  public static class ByProduced {
    @CacheResult(cacheName = "keys", cacheKeyGenerator = Produced.class)
    public String find(String key) {
      return "found";
    }
  }

  @ApplicationScoped
  public static class ByForgetful {
    @CacheResult(cacheName = "keys", cacheKeyGenerator = Forgetful.class)
    public String find(String key) {
      return "found";
    }
  }

  @ApplicationScoped
  @CacheDefaults(cacheName = "keys", cacheKeyGenerator = Recorder.class)
  public static class ByDefaults {
    @Marked
    @CacheResult
    public String find(String key, @CacheKey int number) {
      return "found";
    }

    @CachePut
    public void put(String key, @CacheValue String value, int number) {}

    @CacheRemove(cacheKeyGenerator = Plain.class)
    public void remove(String key) {}
  }

  private static CacheKeyInvocationContext<? extends Annotation> last(Container container) {
    CacheKeyInvocationContext<? extends Annotation> last = container.get(Recorder.class).last();
    assertThat(last).isNotNull();
    return last;
  }

  private static Object[] values(CacheInvocationParameter... parameters) {
    return Arrays.stream(parameters).map(CacheInvocationParameter::getValue).toArray();
  }

  @Test
  void generator_plainClass_isMade() {
    try (Container container = Container.of(ByPlain.class)) {
      ByPlain bean = container.get(ByPlain.class);
      assertThat(bean.find("a")).isEqualTo(1);
      assertThat(bean.find("a")).isEqualTo(1);
      assertThat(bean.find("b")).isEqualTo(2);
      assertThat(container.cache("keys").get(MethodKey.of("plain", "a"))).isEqualTo(1);
    }
  }

  @Test
  void generator_bean_isInjected() {
    try (Container container = Container.of(ByInjected.class, Injected.class, Prefix.class)) {
      container.get(ByInjected.class).find("a");
      assertThat(container.cache("keys").containsKey(MethodKey.of("prefix", "a"))).isTrue();
    }
  }

  @Test
  void generator_ofAProducer_isTheOneProduced() {
    try (Container container = Container.of(ByProduced.class, Producer.class)) {
      container.get(ByProduced.class).find("a");
      assertThat(container.cache("keys").containsKey(MethodKey.of("one", "a"))).isTrue();
    }
  }

  @Test
  void generator_besideOneWithAQualifier_isTheOneWithout() {
    try (Container container =
        Container.of(ByProduced.class, Producer.class, NamedProducer.class)) {
      container.get(ByProduced.class).find("a");
      assertThat(container.cache("keys").containsKey(MethodKey.of("one", "a"))).isTrue();
    }
  }

  @Test
  void generator_ofTwoProducers_isRefusedAtDeployment() {
    assertThatThrownBy(
            () -> Container.of(ByProduced.class, Producer.class, OtherProducer.class).close())
        .hasStackTraceContaining("ByProduced.find(String)")
        .hasStackTraceContaining("Produced is ambiguous");
  }

  @Test
  void generator_thatNobodyCanMake_isRefusedAtDeployment() {
    assertThatThrownBy(() -> Container.of(ByProduced.class).close())
        .hasStackTraceContaining("ByProduced.find(String)")
        .hasStackTraceContaining("no constructor without parameters");
  }

  @Test
  void generator_givesNoKey_callFailsNamingIt() {
    try (Container container = Container.of(ByForgetful.class)) {
      ByForgetful bean = container.get(ByForgetful.class);
      assertThatThrownBy(() -> bean.find("a"))
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("ByForgetful.find(String)");
    }
  }

  @Test
  void generator_ofTheClass_isUsedUnlessTheMethodHasItsOwn() {
    try (Container container = Container.of(ByDefaults.class, Recorder.class)) {
      ByDefaults bean = container.get(ByDefaults.class);
      var cache = container.cache("keys");
      cache.put(MethodKey.of("plain", "a"), "removed");
      bean.find("a", 1);
      bean.remove("a");
      assertThat(cache).hasSize(1);
      assertThat(cache.get(MethodKey.of("recorded"))).isEqualTo("found");
    }
  }

  @Test
  void context_ofAResult_saysWhatIsCalled() throws Exception {
    try (Container container = Container.of(ByDefaults.class, Recorder.class)) {
      container.get(ByDefaults.class).find("a", 1);
      var context = last(container);
      assertThat(context.getCacheName()).isEqualTo("keys");
      assertThat(context.getMethod())
          .isEqualTo(ByDefaults.class.getMethod("find", String.class, int.class));
      assertThat(context.getCacheAnnotation()).isInstanceOf(CacheResult.class);
      assertThat(context.getAnnotations())
          .extracting(annotation -> (Object) annotation.annotationType())
          .containsExactlyInAnyOrder(CacheResult.class, Marked.class);
      assertThat(context.getTarget()).isInstanceOf(ByDefaults.class);
      assertThat(context.getValueParameter()).isNull();
    }
  }

  @Test
  void context_ofAResult_saysWhichParametersAreOfTheKey() {
    try (Container container = Container.of(ByDefaults.class, Recorder.class)) {
      container.get(ByDefaults.class).find("a", 1);
      var context = last(container);
      assertThat(values(context.getAllParameters())).containsExactly("a", 1);
      assertThat(values(context.getKeyParameters())).containsExactly(1);
      CacheInvocationParameter number = context.getKeyParameters()[0];
      assertThat(number.getParameterPosition()).isEqualTo(1);
      assertThat(number.getRawType()).isEqualTo(int.class);
      assertThat(number.getAnnotations()).hasSize(1).allMatch(CacheKey.class::isInstance);
      context.getAllParameters()[0] = number;
      assertThat(values(context.getAllParameters())).containsExactly("a", 1);
    }
  }

  @Test
  void context_ofAPut_saysWhichParameterIsTheValue() {
    try (Container container = Container.of(ByDefaults.class, Recorder.class)) {
      container.get(ByDefaults.class).put("a", "value", 1);
      var context = last(container);
      assertThat(values(context.getKeyParameters())).containsExactly("a", 1);
      assertThat(values(context.getValueParameter())).containsExactly("value");
      assertThat(context.getValueParameter().getParameterPosition()).isEqualTo(1);
      assertThat(context.getCacheAnnotation()).isInstanceOf(CachePut.class);
    }
  }

  @Test
  void context_unwraps_toWhatItIsMadeOf() {
    try (Container container = Container.of(ByDefaults.class, Recorder.class)) {
      container.get(ByDefaults.class).find("a", 1);
      var context = last(container);
      assertThat(context.unwrap(CacheKeyInvocationContext.class)).isSameAs(context);
      assertThat(context.unwrap(InvocationContext.class).getParameters()).containsExactly("a", 1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> context.unwrap(String.class))
          .withMessageContaining("java.lang.String");
    }
  }
}
