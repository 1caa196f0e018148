package org.cairncache.testkit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Those who write the same object at once, if it is not there yet. */
public final class Contenders {
  private static final int ROUNDS = 20;
  private static final int NUMBER = 8;

  private Contenders() {}

  /** Writes an object under a condition that one of all can meet, and returns the status. */
  public interface Contender {
    int write(String name, String body) throws Exception;
  }

  /** In each of many rounds exactly one of them is answered 200. */
  public static void expectOneWinner(Contender contender) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(NUMBER);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        assertThat(winners(threads, contender, "k" + round)).isEqualTo(1);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static long winners(ExecutorService threads, Contender contender, String name)
      throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < NUMBER; i++) {
      String body = "from " + i;
      answers.add(
          threads.submit(
              () -> {
                start.await();
                return contender.write(name, body);
              }));
    }
    start.countDown();
    long won = 0;
    for (Future<Integer> answer : answers) {
      won += answer.get() == 200 ? 1 : 0;
    }
    return won;
  }
}
