package org.cairncache.chain;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.Tier;
import org.cairncache.spi.Tiers;
import org.cairncache.testkit.ManualClock;
import org.cairncache.testkit.ManualScheduler;

/** One process with a chain of texts, whose time moves when the test says so. */
final class ChainProcess implements StoreContext<String, String>, StoreObserver, AutoCloseable {
  /** The levels that answered, in order; {@code late} beside one that answered late. */
  final List<String> answers = new ArrayList<>();

  private final ManualClock clock;
  private final ManualScheduler scheduler;
  private final Map<Class<?>, AutoCloseable> shared = new HashMap<>();
  private final Deque<AutoCloseable> closing = new ArrayDeque<>();
  private Settings settings = Settings.NONE;

  ChainProcess(ManualClock clock) {
    this.clock = clock;
    this.scheduler = new ManualScheduler(clock);
  }

  <T> ChainProcess with(Setting<T> setting, T value) {
    settings = settings.with(setting, value);
    return this;
  }

  Store<String, String> open(Tier... levels) {
    Tiers tiers = new Tiers(List.of(levels));
    Store<String, String> store = Chain.of(tiers, classLoader()).open(this);
    closing.push(store);
    return store;
  }

  /** The levels that have answered since this was last asked. */
  List<String> takeAnswers() {
    List<String> taken = List.copyOf(answers);
    answers.clear();
    return taken;
  }

  /** Moves the time of all processes that have this clock, and does what is due in this one. */
  void advance(Duration step) {
    scheduler.advance(step);
  }

  @Override
  public void answered(int level) {
    answers.add(String.valueOf(level));
  }

  @Override
  public void answeredLate(int level, Duration age) {
    answers.add(level + " late " + age.toMillis());
  }

  @Override
  public String cacheName() {
    return "c";
  }

  @Override
  public URI uri() {
    return Tiers.PLACE;
  }

  @Override
  public ClassLoader classLoader() {
    return ChainProcess.class.getClassLoader();
  }

  @Override
  public Class<String> keyType() {
    return String.class;
  }

  @Override
  public Class<String> valueType() {
    return String.class;
  }

  @Override
  public InstantSource clock() {
    return clock;
  }

  @Override
  public ScheduledExecutorService scheduler() {
    return scheduler;
  }

  @Override
  public Executor executor() {
    return Runnable::run;
  }

  @Override
  public StoreObserver observer() {
    return this;
  }

  @Override
  public Settings settings() {
    return settings;
  }

  @Override
  public <R extends AutoCloseable> R shared(Class<R> type, Supplier<? extends R> make) {
    return type.cast(
        shared.computeIfAbsent(
            type,
            first -> {
              R made = make.get();
              closing.addLast(made);
              return made;
            }));
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable each : closing) {
      each.close();
    }
  }
}
