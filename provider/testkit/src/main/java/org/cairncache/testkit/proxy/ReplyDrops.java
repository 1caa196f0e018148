package org.cairncache.testkit.proxy;

import java.util.function.Predicate;

/** Which of the commands to come lose their replies, and how many have. Thread-safe. */
final class ReplyDrops {
  private Predicate<String> which = command -> false;
  private Ending ending = Ending.RESET;
  private long dropped;

  synchronized void set(Predicate<String> which) {
    this.which = which;
  }

  synchronized void setNext(int count) {
    which = new Countdown(count);
  }

  /** Whether the reply to this command is to be dropped; asked once for each command. */
  synchronized boolean claims(String command) {
    return which.test(command);
  }

  synchronized void setEnding(Ending ending) {
    this.ending = ending;
  }

  /** Notes that a reply was dropped; returns how its connection has to end. */
  synchronized Ending dropped() {
    dropped++;
    return ending;
  }

  synchronized long count() {
    return dropped;
  }

  synchronized void clearCount() {
    dropped = 0;
  }

  /** True as many times as it was told. Guarded by the drops that use it. */
  private static final class Countdown implements Predicate<String> {
    private int left;

    Countdown(int count) {
      left = count;
    }

    @Override
    public boolean test(String command) {
      if (left == 0) {
        return false;
      }
      left--;
      return true;
    }
  }
}
