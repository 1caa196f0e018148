package org.cairncache.testkit.history;

import org.jspecify.annotations.Nullable;

/**
 * One call that a history recorded.
 *
 * @param client who called
 * @param key the key that was operated on
 * @param operation what was called; its text says it with its arguments
 * @param result what came back; means nothing if the call did not return
 * @param invoked the place of the invocation in the order of all invocations and returns
 * @param returned the place of the return, or {@link #NEVER} if the call failed: then it may have
 *     taken effect or not, at any time after its invocation
 * @param invokedMillis what the clock showed before the invocation
 * @param returnedMillis what it showed after the return, or {@link #NEVER}
 * @param <O> the type of operations
 */
public record Call<O>(
    int client,
    String key,
    O operation,
    @Nullable Object result,
    long invoked,
    long returned,
    long invokedMillis,
    long returnedMillis) {
  /** The return of a call that failed. */
  public static final long NEVER = Long.MAX_VALUE;

  /** Whether the call came back with a result. */
  public boolean isReturned() {
    return returned != NEVER;
  }

  @Override
  public String toString() {
    String end = isReturned() ? returned + " ms " + returnedMillis : "never";
    return "client "
        + client
        + ": "
        + operation
        + " -> "
        + (isReturned() ? result : "?")
        + " ["
        + invoked
        + " ms "
        + invokedMillis
        + " to "
        + end
        + "]";
  }
}
