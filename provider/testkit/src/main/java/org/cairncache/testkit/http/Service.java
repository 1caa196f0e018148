package org.cairncache.testkit.http;

import java.time.Instant;

/**
 * A protocol over HTTP. It is asked by one thread at a time, so what it compares and then changes
 * is atomic.
 */
public interface Service {
  /** What a call asks for; depends on nothing but the call. */
  Request request(Call call);

  /**
   * Carries a call out.
   *
   * @param now the time by the server's clock
   */
  Answer answer(Call call, Instant now);
}
