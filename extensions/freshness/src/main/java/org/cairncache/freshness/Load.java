package org.cairncache.freshness;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** One call of a function with its arguments. */
@FunctionalInterface
interface Load<V> {
  /** Begins, or does it all where the function is synchronous. */
  CompletionStage<@Nullable V> begin() throws Exception;
}
