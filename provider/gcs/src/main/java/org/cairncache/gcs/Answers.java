package org.cairncache.gcs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.RejectedExecutionException;
import org.cairncache.spi.Causes;
import org.cairncache.spi.object.Answer;

/** What comes of requests. */
final class Answers {
  private Answers() {}

  /** One request, and what it answers. */
  interface Call<T> {
    T send() throws IOException;
  }

  /** Sends a request. */
  static <T> Answer<T> of(Call<T> call) {
    try {
      return new Answer.Value<>(call.send());
    } catch (IOException failure) {
      return Failures.answer(new UncheckedIOException(failure), failure);
    } catch (RejectedExecutionException closed) {
      return new Answer.Failed<>(closed, Answer.Trace.NONE);
    } catch (RuntimeException failure) {
      // The client was closed, or the answer makes no sense.
      return new Answer.Failed<>(
          failure,
          Causes.say(failure, "Connection pool shut down")
              ? Answer.Trace.NONE
              : Answer.Trace.PERHAPS);
    }
  }
}
