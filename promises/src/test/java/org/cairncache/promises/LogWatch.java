package org.cairncache.promises;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Keeps all that is logged in this JVM at any level, with the exceptions. Thread-safe. */
final class LogWatch extends Handler implements AutoCloseable {
  // Held, since a logger that nobody holds loses its level.
  private final Logger logger = Logger.getLogger("org.cairncache");
  private final Level before = logger.getLevel();
  private final StringWriter text = new StringWriter();

  LogWatch() {
    setLevel(Level.ALL);
    setFormatter(new SimpleFormatter());
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** All of it so far. */
  String text() {
    flush();
    return text.toString();
  }

  @Override
  public synchronized void publish(LogRecord entry) {
    PrintWriter out = new PrintWriter(text);
    out.println(entry.getLevel().getName() + " " + getFormatter().formatMessage(entry));
    if (entry.getThrown() != null) {
      entry.getThrown().printStackTrace(out);
    }
    out.flush();
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(before);
  }
}
