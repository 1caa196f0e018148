package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WarningsTest {
  /** Whose log it is: a class of its own, so that nothing else is heard. */
  private static final class Source {}

  private final Logger log = Logger.getLogger(Source.class.getName());
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord record) {
          records.add(record);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    log.setUseParentHandlers(false);
    log.setLevel(Level.ALL);
    log.addHandler(handler);
  }

  @AfterEach
  void stop() {
    log.removeHandler(handler);
  }

  @Test
  void failures_oneAfterTheOther_areOneWarning() {
    Warnings warnings = new Warnings(Source.class);
    IllegalStateException failure = new IllegalStateException("policy");

    for (int i = 0; i < 100; i++) {
      warnings.failed("It failed", failure);
    }

    assertThat(records).hasSize(100).allMatch(record -> record.getThrown() == failure);
    assertThat(records.get(0).getLevel()).isEqualTo(Level.WARNING);
    assertThat(records.get(0).getMessage()).isEqualTo("It failed");
    assertThat(records.subList(1, 100)).allMatch(record -> record.getLevel() == Level.FINE);
  }

  @Test
  void failures_ofTwoOwners_areTwoWarnings() {
    new Warnings(Source.class).failed("One failed", new IllegalStateException());
    new Warnings(Source.class).failed("The other failed", new IllegalStateException());

    assertThat(records).extracting(LogRecord::getLevel).containsOnly(Level.WARNING);
  }
}
