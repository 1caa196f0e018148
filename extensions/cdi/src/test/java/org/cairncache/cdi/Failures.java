package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What methods throw that the filters for exceptions are tried with. */
final class Failures {
  private static final List<Throwable> ALL =
      List.of(
          new IOException("io"),
          new FileNotFoundException("file"),
          new IllegalStateException("state"),
          new AssertionError("error"));

  private Failures() {}

  /** A method that throws what it is told to. */
  interface Call {
    void make(String key, Throwable thrown) throws Exception;
  }

  /** Throws it, for the methods. */
  static void raise(Throwable thrown) throws Exception {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (Exception) thrown;
  }

  /**
   * Calls the method for each, where the simple name of its class is the key, and sees that it
   * comes out as it is; the classes of those for which something holds afterwards.
   */
  static List<Class<?>> thatLeave(Call method, Predicate<String> holds) {
    List<Class<?>> classes = new ArrayList<>();
    for (Throwable thrown : ALL) {
      String key = thrown.getClass().getSimpleName();
      assertThat(catchThrowable(() -> method.make(key, thrown))).isSameAs(thrown);
      if (holds.test(key)) {
        classes.add(thrown.getClass());
      }
    }
    return classes;
  }
}
