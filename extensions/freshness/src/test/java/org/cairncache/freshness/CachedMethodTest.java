package org.cairncache.freshness;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static java.util.concurrent.CompletableFuture.failedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.freshness.key.Signature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Functions whose loader comes with each call. */
class CachedMethodTest {
  private final Fixture fixture = new Fixture();
  private final CachedMethod<String> method = method();

  @AfterEach
  void close() {
    fixture.close();
  }

  /** The first and the last of its parameters make the key. */
  static void source(String tenant, Object context, int id) {}

  private CachedMethod<String> method() {
    try {
      Signature signature =
          Signature.of(
              CachedMethodTest.class.getDeclaredMethod(
                  "source", String.class, Object.class, int.class));
      return fixture
          .minute()
          .key("{tenant}:{id}")
          .tags("of-{tenant}")
          .buildMethod(signature.only(0, 2));
    } catch (NoSuchMethodException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static Object[] of(Object... arguments) {
    return arguments;
  }

  @Test
  void get_firstCallsTheLoaderThatItIsGiven() throws Exception {
    assertThat(method.get(of("t", 1), () -> completedFuture("first"))).isEqualTo("first");
    assertThat(method.get(of("t", 1), () -> completedFuture("second"))).isEqualTo("first");
    assertThat(method.get(of("t", 2), () -> completedFuture("third"))).isEqualTo("third");
    assertThat(method.key(of("t", 2))).isEqualTo("t:2");
    assertThat(fixture.cache.containsKey("t:2")).isTrue();
  }

  @Test
  void get_loaderThrowsCheckedException_thatComesOutItself() {
    IOException failure = new IOException("broken");
    assertThatThrownBy(() -> method.get(of("t", 1), () -> failedFuture(failure))).isSameAs(failure);
    CacheLoaderException unchecked = new CacheLoaderException("mine", failure);
    assertThatThrownBy(() -> method.get(of("t", 1), () -> failedFuture(unchecked)))
        .isSameAs(unchecked);
  }

  @Test
  void supersede_loadUnderWay_isNotKeptAndNobodyJoinsIt() throws Exception {
    CompletableFuture<String> old = new CompletableFuture<>();
    CompletionStage<String> first = method.getAsync(of("t", 1), () -> old);
    fixture.runThreads();
    fixture.cache.put("t:1", "changed");
    method.supersede("t:1");

    fixture.cache.remove("t:1");
    assertThat(method.get(of("t", 1), () -> completedFuture("new"))).isEqualTo("new");
    old.complete("old");
    assertThat(first.toCompletableFuture().join()).isEqualTo("old");
    assertThat(method.get(of("t", 1), () -> completedFuture("newer"))).isEqualTo("new");
  }

  @Test
  void supersedeAll_loadsUnderWay_areNotJoined() throws Exception {
    CompletionStage<String> first = method.getAsync(of("t", 1), CompletableFuture::new);
    fixture.runThreads();
    method.supersedeAll();

    assertThat(method.get(of("t", 1), () -> completedFuture("new"))).isEqualTo("new");
    assertThat(first.toCompletableFuture()).isNotDone();
  }

  @Test
  void tags_areOfTheArguments() throws Exception {
    method.get(of("t", 1), () -> completedFuture("first"));
    method.invalidateTag("of-t");
    assertThat(method.get(of("t", 1), () -> completedFuture("second"))).isEqualTo("second");
  }

  @Test
  void with_isTheSameFunctionOfItsOwnArguments() throws Exception {
    Cached2<String, Integer, String> function =
        method.with((String tenant, Integer id) -> completedFuture(tenant + id));
    assertThat(function.get("t", 1)).isEqualTo("t1");
    assertThat(method.get(of("t", 1), () -> completedFuture("other"))).isEqualTo("t1");
  }

  @Test
  void get_wrongNumberOfArguments_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> method.get(of("t"), () -> completedFuture("v")))
        .withMessageContaining("takes 2 arguments, not 1");
  }
}
