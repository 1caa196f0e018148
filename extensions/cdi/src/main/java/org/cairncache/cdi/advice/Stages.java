package org.cairncache.cdi.advice;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The stages that methods return and callers get. */
public final class Stages {
  private Stages() {}

  /**
   * Whether a method of this return type returns a stage, of a kind that can be made for callers.
   */
  public static boolean isStage(Class<?> returnType) {
    return returnType == CompletionStage.class || returnType == CompletableFuture.class;
  }

  /** A stage of its own for a caller: to cancel it cancels nobody else's. */
  static CompletableFuture<@Nullable Object> copy(CompletionStage<@Nullable Object> stage) {
    CompletableFuture<@Nullable Object> copy = new CompletableFuture<>();
    var unused = stage.whenComplete((result, failure) -> complete(copy, result, failure));
    return copy;
  }

  static void complete(
      CompletableFuture<@Nullable Object> stage,
      @Nullable Object result,
      @Nullable Throwable failure) {
    if (failure == null) {
      stage.complete(result);
    } else {
      stage.completeExceptionally(failureOf(failure));
    }
  }

  /** What a stage failed of, without what stages put around it. */
  static Throwable failureOf(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  /**
   * What a method returned, as a stage.
   *
   * @throws NullPointerException if it returned null instead of one
   */
  @SuppressWarnings("unchecked") // whatever it is the stage of
  static CompletionStage<@Nullable Object> of(@Nullable Object returned) {
    if (returned == null) {
      throw new NullPointerException("The method returned null and not a stage");
    }
    return (CompletionStage<@Nullable Object>) returned;
  }
}
