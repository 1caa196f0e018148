package org.cairncache.concurrency;

import java.util.concurrent.ThreadLocalRandom;

/** Makes rare orders of steps common. */
final class Interleaving {
  private Interleaving() {}

  /** Lets other threads go first, now and then; called where a cache calls something of ours. */
  @SuppressWarnings("ThreadPriorityCheck") // for variety, not for correctness
  static void letOthersGoFirst() {
    if (ThreadLocalRandom.current().nextInt(3) == 0) {
      Thread.yield();
    }
  }
}
