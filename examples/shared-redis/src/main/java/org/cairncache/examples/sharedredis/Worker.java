package org.cairncache.examples.sharedredis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** The main class of a worker's process: counts up what it is told to, with eight threads. */
final class Worker {
  static final int THREADS = 8;

  /** The line that says that it can begin; it does so with each name of a counter on its input. */
  static final String READY = "ready";

  /** The line that says that one was added, after Redis confirmed it. */
  static final String ADDED = "added";

  /** The line that says that a counter is done. */
  static final String DONE = "done";

  private Worker() {}

  /**
   * Works until its input ends.
   *
   * @param args where Redis is, and how often each thread adds one
   */
  public static void main(String[] args) throws IOException {
    int times = Integer.parseInt(args[1]);
    BufferedReader input =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Counters counters = Counters.in(URI.create(args[0]))) {
      System.out.println(READY);
      for (String name = input.readLine(); name != null; name = input.readLine()) {
        count(counters, name, times);
        System.out.println(DONE);
      }
    }
  }

  private static void count(Counters counters, String name, int times) {
    IntStream.range(0, THREADS)
        .mapToObj(number -> Threads.start(() -> add(counters, name, times)))
        .toList()
        .forEach(CompletableFuture::join);
  }

  private static void add(Counters counters, String name, int times) {
    for (int i = 0; i < times; i++) {
      counters.increment(name);
      System.out.println(ADDED);
    }
  }
}
