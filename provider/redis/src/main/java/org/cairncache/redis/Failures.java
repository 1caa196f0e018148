package org.cairncache.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.cluster.PartitionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What the failures of Lettuce mean. */
final class Failures {
  private Failures() {}

  /**
   * Whether the command was surely not carried out, because there was no connection to the server
   * that it was for, or no such server. Lettuce has no type for all of it; a message that it
   * changes is taken for a lost answer, which is safe.
   */
  static boolean isNotConnected(@Nullable Throwable failure) {
    return says(failure, RedisException.class, "Currently not connected")
        || says(failure, RedisConnectionException.class, "Unable to connect")
        || failure instanceof PartitionException;
  }

  /** Whether a node refused a command as it has some of the keys and another node the others. */
  static boolean isParted(@Nullable Throwable failure) {
    return isRefusal(failure, "TRYAGAIN");
  }

  /** Whether the command surely never left this process, for another reason. */
  static boolean isRefusedHere(@Nullable Throwable failure) {
    return says(failure, RedisException.class, "Request queue size exceeded")
        || says(failure, RedisException.class, "Command buffer size exceeded")
        || says(failure, RedisException.class, "Internal stack size exceeded") // of a slow server
        || says(failure, RedisException.class, "Connection is closed");
  }

  /** Whether what is there is of a type that the command is not for. */
  static boolean isWrongType(@Nullable Throwable failure) {
    return isRefusal(failure, "WRONGTYPE");
  }

  private static boolean isRefusal(@Nullable Throwable failure, String beginning) {
    return failure instanceof RedisCommandExecutionException
        && String.valueOf(failure.getMessage()).startsWith(beginning);
  }

  private static boolean says(
      @Nullable Throwable failure, Class<? extends RedisException> type, String beginning) {
    return failure != null
        && failure.getClass() == type
        && String.valueOf(failure.getMessage()).startsWith(beginning);
  }

  /** Whether a connection was closed while client and server introduced themselves. */
  static boolean isClosedEarly(Throwable failure) {
    return reason(failure).startsWith("Connection closed prematurely");
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
