package org.cairncache.cdi;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What this artifact logs at a level. Thread-safe. */
final class Logged extends Handler implements AutoCloseable {
  // Held, since a logger that nobody holds forgets who listens.
  private final Logger logger = Logger.getLogger("org.cairncache.cdi");
  private final Level level;
  private final List<String> messages = new CopyOnWriteArrayList<>();

  Logged(Level level) {
    this.level = level;
    logger.addHandler(this);
  }

  /** All of it so far. */
  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord entry) {
    if (entry.getLevel().equals(level)) {
      messages.add(entry.getMessage());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
  }
}
