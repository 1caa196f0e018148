package org.cairncache.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the failures of Lettuce mean. */
final class Failures {
  private Failures() {}

  /**
   * Whether the command surely never left this process, because there was no connection. Lettuce
   * has no type for it; a message that it changes is taken for a lost answer, which is safe.
   */
  static boolean isNotConnected(@Nullable Throwable failure) {
    return says(failure, "Currently not connected");
  }

  /** Whether the command surely never left this process, for another reason. */
  static boolean isRefusedHere(@Nullable Throwable failure) {
    return says(failure, "Request queue size exceeded")
        || says(failure, "Command buffer size exceeded")
        || says(failure, "Internal stack size exceeded") // the usual one of a slow server
        || says(failure, "Connection is closed");
  }

  /** Whether what is there is of a type that the command is not for. */
  static boolean isWrongType(@Nullable Throwable failure) {
    return failure instanceof RedisCommandExecutionException
        && String.valueOf(failure.getMessage()).startsWith("WRONGTYPE");
  }

  private static boolean says(@Nullable Throwable failure, String beginning) {
    return failure != null
        && failure.getClass() == RedisException.class
        && String.valueOf(failure.getMessage()).startsWith(beginning);
  }

  /** What went wrong, in a few words: the innermost message. */
  static String reason(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return "no answer in time";
    }
    Throwable innermost = failure;
    while (innermost.getCause() != null
        && (innermost instanceof RedisException || innermost instanceof ExecutionException)) {
      innermost = innermost.getCause();
    }
    return innermost.getMessage() == null
        ? innermost.getClass().getSimpleName()
        : innermost.getMessage();
  }
}
