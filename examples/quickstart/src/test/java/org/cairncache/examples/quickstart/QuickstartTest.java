package org.cairncache.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.examples.quickstart.Quickstart.WARM_READS;

import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.cache.CacheManager;
import javax.cache.Caching;
import javax.cache.expiry.Duration;
import javax.cache.spi.CachingProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class QuickstartTest {
  private CachingProvider provider;
  private CacheManager manager;

  @BeforeEach
  void open() {
    provider = Caching.getCachingProvider();
    manager = provider.getCacheManager();
  }

  @AfterEach
  void close() {
    provider.close();
  }

  @Test
  void visit_repeated_callsTheSourceOncePerModule() throws Exception {
    Quickstart quickstart = new Quickstart(manager, Duration.ONE_HOUR);

    ModuleFacts logging = quickstart.visit("java.logging").facts();
    ModuleFacts sql = quickstart.visit("java.sql").facts();
    ModuleFacts loggingAgain = quickstart.visit("java.logging").facts();

    assertThat(loggingAgain).isEqualTo(logging);
    Report report = quickstart.report(List.of());
    assertThat(report.sourceCalls()).isEqualTo(2);
    assertThat(report.misses()).isEqualTo(2);
    assertThat(report.hits()).isEqualTo(3L * WARM_READS + 1);
    assertThat(report.types()).isEqualTo(2 * logging.types() + sql.types());
    assertThat(report.methods()).isEqualTo(2 * logging.methods() + sql.methods());
  }

  @Test
  void run_untilExpired_seesEveryExpiryAndLoadsAgain() throws Exception {
    Quickstart quickstart = new Quickstart(manager, new Duration(TimeUnit.SECONDS, 2));

    Report report = quickstart.run(List.of("java.logging", "java.sql"));

    assertThat(report.rows()).hasSize(2).allMatch(row -> row.expiredAfterNanos() > 0);
    assertThat(report.sourceCalls()).isEqualTo(3);
    assertThat(report.misses()).isEqualTo(3);
    assertThat(report.hits()).isEqualTo(2L * WARM_READS);
    assertThat(report.toString().lines()).allMatch(line -> line.length() <= 80);
  }
}
