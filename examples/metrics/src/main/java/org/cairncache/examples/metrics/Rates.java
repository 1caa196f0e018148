package org.cairncache.examples.metrics;

/** A source of exchange rates that can be told to fail. Thread-safe. */
final class Rates {
  private volatile boolean down;

  void goDown() {
    down = true;
  }

  String find(String currency) {
    if (down) {
      throw new IllegalStateException("The source of rates is down");
    }
    return "rate of " + currency;
  }
}
