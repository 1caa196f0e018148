package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.cache.configuration.MutableConfiguration;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.cairncache.CairnConfiguration;
import org.cairncache.CairnStoreMXBean;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.StoreObserver.Operation;
import org.junit.jupiter.api.Test;

/** What a store tells of itself: to JMX, and to the application's observer. */
class StoreBeanTest {
  private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();

  private final List<String> heard = new CopyOnWriteArrayList<>();

  private final class Hearing implements StoreObserver {
    @Override
    public void evicted(int entries) {
      heard.add("evicted " + entries);
    }

    @Override
    public void succeeded(Operation operation, long nanos) {
      heard.add("succeeded " + operation + " " + nanos);
    }

    @Override
    public void failed(Operation operation, long nanos, Throwable cause) {
      heard.add("failed " + operation + " " + nanos + " " + cause.getMessage());
    }

    @Override
    public void unreadable(Operation operation) {
      heard.add("unreadable " + operation);
    }

    @Override
    public void clockOffset(Duration offset) {
      heard.add("offset " + offset);
    }

    @Override
    public void circuitOpen(boolean open) {
      heard.add("open " + open);
      throw new IllegalStateException("as an observer must not");
    }
  }

  @Test
  void bean_tellsWhatTheStoreTold() throws Exception {
    try (var recorded = open(builder -> builder.statistics(true))) {
      tellAll(recorded.store.observer);
      CairnStoreMXBean bean = bean(recorded);

      assertThat(bean.getRequests()).isEqualTo(2);
      assertThat(bean.getFailedRequests()).isEqualTo(1);
      assertThat(bean.getUnreadableEntries()).isEqualTo(1);
      assertThat(bean.getEvictedEntries()).isEqualTo(7);
      assertThat(recorded.counted("CacheEvictions")).isEqualTo(7);
      assertThat(bean.getClockOffsetMillis()).isZero();
    }
  }

  @Test
  void circuit_isToldAsItIsAndSinceWhen() throws Exception {
    try (var recorded = open(builder -> {})) {
      StoreObserver observer = recorded.store.observer;
      observer.circuitOpen(false);
      observer.circuitOpen(true);
      long opened = recorded.clock.millis();
      recorded.clock.advance(Duration.ofSeconds(5));
      observer.circuitOpen(true); // still
      recorded.manager.enableStatistics("recorded", true);
      CairnStoreMXBean bean = bean(recorded);

      assertThat(bean.isCircuitOpen()).isTrue();
      assertThat(bean.getCircuitOpenSinceMillis()).isEqualTo(opened);
      assertThat(bean.getCircuitOpenings()).isEqualTo(1);

      observer.circuitOpen(false);
      assertThat(bean.isCircuitOpen()).isFalse();
      assertThat(bean.getCircuitOpenSinceMillis()).isZero();
      observer.circuitOpen(true);
      assertThat(bean.getCircuitOpenings()).isEqualTo(2);
    }
  }

  @Test
  void counts_startWithTheStatistics() throws Exception {
    try (var recorded = open(builder -> {})) {
      tellAll(recorded.store.observer);
      assertThat(names(recorded)).isEmpty();

      recorded.manager.enableStatistics("recorded", true);
      assertThat(bean(recorded).getRequests()).isZero();
      assertThat(bean(recorded).getEvictedEntries()).isZero();
    }
  }

  @Test
  void bean_goesWithTheStatisticsAndTheCache() throws Exception {
    try (var recorded = open(builder -> builder.statistics(true))) {
      assertThat(names(recorded)).hasSize(1);
      recorded.manager.enableStatistics("recorded", false);
      assertThat(names(recorded)).isEmpty();
      recorded.manager.enableStatistics("recorded", true);
      recorded.cache.close();
      assertThat(names(recorded)).isEmpty();
    }
  }

  @Test
  void storeOnTheHeap_hasNone() throws Exception {
    var configuration = new MutableConfiguration<String, String>().setStatisticsEnabled(true);
    try (var recorded = new RecordedCache<>("recording", configuration)) {
      assertThat(names(recorded)).isEmpty();
    }
  }

  @Test
  void observerOfTheApplication_hearsAllWithoutStatisticsAndFailsNothing() {
    try (var recorded = open(builder -> builder.observer(new Hearing()))) {
      tellAll(recorded.store.observer);

      assertThat(heard)
          .containsExactly(
              "succeeded GET 5",
              "failed PUT 6 broken",
              "unreadable KEYS",
              "evicted 7",
              "offset PT2S",
              "open true");
    }
  }

  @Test
  void observer_isPartOfTheConfiguration() {
    StoreObserver observer = new Hearing();
    var plain = CairnConfiguration.builder(String.class, String.class).build();
    var observed = CairnConfiguration.builder(plain).observer(observer).build();

    assertThat(observed).isNotEqualTo(plain);
    assertThat(CairnConfiguration.builder(observed).build()).isEqualTo(observed);
    assertThat(observed.withStandard(plain).observer()).containsSame(observer);
  }

  private static void tellAll(StoreObserver store) {
    store.succeeded(Operation.GET, 5);
    store.failed(Operation.PUT, 6, new IllegalStateException("broken"));
    store.unreadable(Operation.KEYS);
    store.evicted(7);
    store.clockOffset(Duration.ofSeconds(2));
    store.circuitOpen(true);
  }

  private static CairnStoreMXBean bean(RecordedCache<?, ?> recorded) throws Exception {
    return JMX.newMXBeanProxy(SERVER, names(recorded).iterator().next(), CairnStoreMXBean.class);
  }

  private static Set<ObjectName> names(RecordedCache<?, ?> recorded) throws Exception {
    String manager = recorded.manager.getURI().toString().replace(':', '.');
    return SERVER.queryNames(
        new ObjectName(
            "org.cairncache:type=CacheStore,CacheManager=" + manager + ",Cache=recorded"),
        null);
  }

  private static RecordedCache<String, String> open(
      java.util.function.Consumer<CairnConfiguration.Builder<String, String>> edit) {
    CairnConfiguration.Builder<String, String> builder =
        CairnConfiguration.builder(String.class, String.class);
    edit.accept(builder);
    return new RecordedCache<>("recording-encoded", builder.build());
  }
}
