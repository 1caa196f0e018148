package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletableFuture;
import javax.cache.integration.CacheLoaderException;
import org.cairncache.freshness.background.RefreshTask;
import org.jspecify.annotations.Nullable;

/**
 * {@code @BackgroundRefresh}: calls are answered by the task, from when it has been started.
 * Thread-safe.
 */
public final class RefreshAdvice implements Advice {
  private final OwnCall own = new OwnCall();
  private volatile @Nullable RefreshTask<Object> task;

  /** Answers by this task from now on. */
  public void answerBy(RefreshTask<Object> running) {
    task = running;
  }

  /** By which the task calls the method. */
  public OwnCall own() {
    return own;
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it
  public @Nullable Object around(InvocationContext call) throws Exception {
    RefreshTask<Object> running = task;
    if (running == null || own.isThis()) {
      return call.proceed();
    }
    Object value = valueOf(running, call);
    return Stages.isStage(call.getMethod().getReturnType())
        ? CompletableFuture.completedFuture(value)
        : value;
  }

  private static @Nullable Object valueOf(RefreshTask<Object> running, InvocationContext call)
      throws Exception {
    try {
      return running.get();
    } catch (CacheLoaderException failure) {
      for (Class<?> declared : call.getMethod().getExceptionTypes()) {
        if (declared.isInstance(failure.getCause())) {
          throw Thrown.itself(failure.getCause());
        }
      }
      throw failure;
    }
  }
}
