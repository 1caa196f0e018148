package org.cairncache.freshness;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.cache.integration.CacheLoaderException;
import org.jspecify.annotations.Nullable;

/** How a caller waits for a load, and is told that it failed. */
final class Waiting {
  private Waiting() {}

  /**
   * Waits for the answer.
   *
   * @throws RuntimeException what the loader threw; a {@link CacheLoaderException} with it if that
   *     is checked, or if this thread is interrupted
   */
  static <V> @Nullable V await(CompletableFuture<@Nullable V> answer) {
    try {
      return answer.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CacheLoaderException("Interrupted while waiting for a load", interrupted);
    } catch (ExecutionException failed) {
      throw unchecked(failed.getCause());
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException failure) {
      return failure;
    }
    return cause instanceof Exception checked
        ? new CheckedLoadException(checked)
        : new CacheLoaderException("The loader failed: " + cause, cause);
  }
}
