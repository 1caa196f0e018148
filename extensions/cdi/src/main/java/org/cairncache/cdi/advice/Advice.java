package org.cairncache.cdi.advice;

import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** What is done around the calls of one method, for one annotation. Thread-safe. */
@FunctionalInterface
public interface Advice {
  /**
   * Answers a call.
   *
   * @throws Exception what the method threw, itself
   */
  @Nullable Object around(InvocationContext call) throws Exception;
}
