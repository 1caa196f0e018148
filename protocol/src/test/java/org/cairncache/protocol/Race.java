package org.cairncache.protocol;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Writers that put objects on one condition at the same time, in a bucket of the server. */
final class Race {
  private static final int WRITERS = 8;

  private final Speaker speaker;
  private final String bucket;

  Race(URI server, String bucket) {
    speaker = new Speaker(server);
    this.bucket = bucket;
  }

  /** The first round in which more than one of them won; 0 if there was none. */
  int firstWithTwoWinners(int rounds) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
    try {
      say("PUT /" + bucket);
      for (int round = 1; round <= rounds; round++) {
        String put = "PUT /" + bucket + "/k" + round;
        String etag = say(put, "", "nobody").header("ETag");
        if (winners(threads, List.of(put, "If-Match: " + etag, "")) > 1) {
          return round;
        }
      }
      return 0;
    } finally {
      threads.shutdownNow();
    }
  }

  private int winners(ExecutorService threads, List<String> put) throws Exception {
    CyclicBarrier together = new CyclicBarrier(WRITERS);
    List<Future<Reply>> answers = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      List<String> lines = new ArrayList<>(put);
      lines.add("writer " + i);
      answers.add(
          threads.submit(
              () -> {
                together.await();
                return say(lines.toArray(String[]::new));
              }));
    }
    int won = 0;
    for (Future<Reply> answer : answers) {
      won += answer.get().status() == 200 ? 1 : 0;
    }
    return won;
  }

  private Reply say(String... lines) throws Exception {
    return speaker.say(Part.of(List.of(lines)), new Words());
  }
}
