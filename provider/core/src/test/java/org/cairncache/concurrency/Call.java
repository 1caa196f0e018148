package org.cairncache.concurrency;

import org.jspecify.annotations.Nullable;

/**
 * One call that a history recorded.
 *
 * @param client who called
 * @param result what came back; means nothing if the call did not return
 * @param invoked the place of the invocation in the order of all invocations and returns
 * @param returned the place of the return, or {@link #NEVER} if the call failed: then it may have
 *     taken effect or not, at any time after its invocation
 * @param invokedMillis what the cache's clock showed before the invocation
 * @param returnedMillis what it showed after the return, or {@link #NEVER}
 */
record Call(
    int client,
    String key,
    KeyOperation operation,
    @Nullable Object result,
    long invoked,
    long returned,
    long invokedMillis,
    long returnedMillis) {
  static final long NEVER = Long.MAX_VALUE;

  boolean isReturned() {
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
