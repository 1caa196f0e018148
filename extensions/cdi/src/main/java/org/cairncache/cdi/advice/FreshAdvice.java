package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.cairncache.cdi.method.Parameters;
import org.cairncache.freshness.CachedMethod;
import org.jspecify.annotations.Nullable;

/**
 * {@code @CacheResult} with {@code @Freshness}. Thread-safe.
 *
 * @param stage whether the method returns one
 */
record FreshAdvice(Fresh fresh, Parameters parameters, boolean skipGet, boolean stage)
    implements Advice {
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it
  public @Nullable Object around(InvocationContext call) throws Exception {
    CachedMethod<Object> method = fresh.get();
    if (method == null || fresh.own().isThis()) {
      return call.proceed();
    }
    @Nullable Object[] arguments = parameters.keyOf(call.getParameters());
    if (skipGet) {
      return stage
          ? Stages.copy(Stages.of(call.proceed()).thenCompose(kept(method, arguments)))
          : keep(method, arguments, call.proceed());
    }
    return stage
        ? method.getAsync(arguments, () -> Stages.of(call.proceed())).toCompletableFuture()
        : method.get(arguments, () -> CompletableFuture.completedFuture(call.proceed()));
  }

  private static Function<@Nullable Object, CompletionStage<@Nullable Object>> kept(
      CachedMethod<Object> method, @Nullable Object[] arguments) {
    return result -> refresh(method, arguments, result);
  }

  private static @Nullable Object keep(
      CachedMethod<Object> method, @Nullable Object[] arguments, @Nullable Object result)
      throws Exception {
    try {
      return refresh(method, arguments, result).toCompletableFuture().get();
    } catch (ExecutionException failed) {
      throw Thrown.itself(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return result; // it is being kept
    }
  }

  // Not joined to what another call is keeping: each call gets its own result, and the last is
  // kept.
  private static CompletionStage<@Nullable Object> refresh(
      CachedMethod<Object> method, @Nullable Object[] arguments, @Nullable Object result) {
    method.supersede(method.key(arguments));
    return method.refresh(arguments, () -> CompletableFuture.completedFuture(result));
  }
}
