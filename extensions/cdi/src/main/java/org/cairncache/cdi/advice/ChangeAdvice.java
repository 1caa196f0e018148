package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.cairncache.cdi.method.ExceptionFilter;
import org.jspecify.annotations.Nullable;

/**
 * {@code @CachePut}, {@code @CacheRemove} and {@code @CacheRemoveAll}: a change before the method,
 * or after it. After a method that returns a stage is when that has completed. If the change fails
 * the call does: what is in the cache may be wrong. Thread-safe.
 *
 * @param filter whether the change is made after the method threw
 */
record ChangeAdvice(Change change, boolean after, ExceptionFilter filter) implements Advice {
  /** The change that a call makes. */
  @FunctionalInterface
  interface Change {
    void make(InvocationContext call);
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it
  public @Nullable Object around(InvocationContext call) throws Exception {
    if (!after) {
      change.make(call);
      return call.proceed();
    }
    Object result;
    try {
      result = call.proceed();
    } catch (Throwable thrown) {
      madeAfter(call, thrown);
      throw thrown;
    }
    if (result instanceof CompletionStage && Stages.isStage(call.getMethod().getReturnType())) {
      return Stages.copy(Stages.of(result).handle((value, failure) -> made(call, value, failure)));
    }
    change.make(call);
    return result;
  }

  private @Nullable Object made(
      InvocationContext call, @Nullable Object value, @Nullable Throwable failure) {
    if (failure == null) {
      change.make(call);
      return value;
    }
    Throwable thrown = Stages.failureOf(failure);
    madeAfter(call, thrown);
    throw new CompletionException(thrown);
  }

  private void madeAfter(InvocationContext call, Throwable thrown) {
    try {
      if (filter.passes(thrown)) {
        change.make(call);
      }
    } catch (RuntimeException failure) {
      thrown.addSuppressed(failure);
    }
  }
}
