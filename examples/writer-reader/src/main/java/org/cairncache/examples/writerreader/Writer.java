package org.cairncache.examples.writerreader;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.WriteTask;

/** The main class of a process that writes, or stands by to. */
final class Writer {
  private Writer() {}

  /**
   * Works until its input ends.
   *
   * @param args where Redis is, and the name of the process, which its values have as well
   */
  public static void main(String[] args) throws IOException {
    String name = args[1];
    AtomicInteger loads = new AtomicInteger();
    Member.say(What.READY, "to write");
    try (Rates rates = Rates.in(URI.create(args[0]));
        WriteTask<String> unused =
            rates.write(
                () -> {
                  String value = new Value(name, loads.incrementAndGet()).toString();
                  Member.say(What.LOADS, value);
                  return value;
                },
                new Ear())) {
      Member.awaitEnd();
    }
  }

  private static final class Ear implements BackgroundObserver {
    @Override
    public void led(long epoch) {
      Member.say(What.LEADS, "in epoch " + epoch);
    }

    @Override
    public void lost(long epoch) {
      Member.say(What.RETIRES, "");
    }
  }
}
