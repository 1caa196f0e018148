package org.cairncache.freshness;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.cairncache.CairnConfiguration;
import org.cairncache.freshness.key.KeyTemplate;
import org.cairncache.freshness.key.Signature;
import org.cairncache.spi.StoreObserver;
import org.cairncache.spi.encoded.EncodedSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the library that asked for this one got wrong, each by its name. */
@Timeout(60)
class OriginMistakesTest {
  private static final Executor THREADS = task -> new Thread(task).start();

  private final Backend source = new Backend();
  private final List<Fixture> open = new ArrayList<>();

  @TempDir Path directory;
  private Path files;

  @BeforeEach
  void name() {
    files = directory.resolve("files");
  }

  @AfterEach
  void close() {
    open.forEach(Fixture::close);
  }

  private Fixture opened(Fixture fixture) {
    open.add(fixture);
    return fixture;
  }

  private Fixture memory() {
    return opened(new Fixture());
  }

  private Fixture files() {
    return opened(new Fixture(files.toUri(), Fixture.configuration()));
  }

  private Fixture chain() {
    URI chain = URI.create("memory:" + UUID.randomUUID());
    return opened(new Fixture(chain, Fixture.over(files)));
  }

  @Test
  void refreshLock_wasNeverReleased_soThatAFailedRefreshBlockedRetries() {
    Fixture fixture = memory();
    Cached1<String, String> function =
        fixture.minute().stale(ofMinutes(60)).oneLoader(ofSeconds(30)).build(source::load);
    function.get("a");
    fixture.pass(60);
    source.failure = new IllegalStateException("down");
    function.get("a");
    fixture.runThreads();
    source.failure = null;
    fixture.pass(2); // far less than ttl, stale or lease

    function.get("a");
    fixture.runThreads();
    assertThat(function.get("a")).isEqualTo("a#3");
  }

  @Test
  void fileAndChainStores_neverServedStale() {
    for (Fixture fixture : List.of(files(), chain())) {
      Backend each = new Backend();
      Cached1<String, String> function =
          fixture.minute().stale(ofMinutes(1)).key(fixture.hashCode() + ":{}").build(each::load);
      function.get("a");
      fixture.pass(119);
      assertThat(function.get("a")).isEqualTo("a#1");
      fixture.runThreads();
      assertThat(function.get("a")).isEqualTo("a#2");
    }
  }

  @Test
  void entriesServedStale_neverExpired() throws IOException {
    Fixture fixture = files();
    Cached1<String, String> function = fixture.minute().stale(ofMinutes(1)).build(source::load);
    function.get("a");
    fixture.pass(120);

    assertThat(fixture.cache.get("f:a")).isNull();
    source.failure = new IllegalStateException("down");
    assertThat(function.explain("a").freshness()).isEqualTo(Freshness.DEAD);
  }

  @Test
  void promotion_turnedASecondOfLifeIntoAMinuteOrForEver() {
    Fixture writer = files();
    writer.minute().build(source::load).get("a");
    Fixture reader = chain();
    reader.pass(59);
    Cached1<String, String> function = reader.minute().build(source::load);
    assertThat(function.get("a")).isEqualTo("a#1");
    assertThat(function.get("a")).isEqualTo("a#1");
    reader.pass(1);

    assertThat(function.get("a")).isEqualTo("a#2");
  }

  @Test
  void expiredNearEntry_hidAFreshFarOne() {
    Fixture reader = chain();
    Cached1<String, String> function = reader.minute().stale(ofMinutes(1)).build(source::load);
    function.get("a");
    reader.pass(120);
    Fixture writer = files();
    writer.pass(120);
    Cached1<String, String> elsewhere = writer.minute().build(source::load);
    assertThat(elsewhere.get("a")).isEqualTo("a#2");

    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(source.calls).hasValue(2);
  }

  @Test
  void staleNearEntry_isRefreshedFromTheFarOneWithoutALoad() {
    Fixture reader = chain();
    Cached1<String, String> function = reader.minute().stale(ofMinutes(5)).build(source::load);
    function.get("a");
    reader.pass(60);
    Fixture writer = files();
    writer.pass(60);
    Cached1<String, String> elsewhere = writer.minute().stale(ofMinutes(5)).build(source::load);
    elsewhere.get("a");
    writer.runThreads();

    assertThat(function.get("a")).isEqualTo("a#1");
    reader.runThreads();
    assertThat(reader.heard).contains("REFRESH ALREADY_FRESH");
    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(source.calls).hasValue(2);
  }

  @Test
  void twentyConcurrentMisses_madeTwentyLoads() throws Exception {
    CountDownLatch waiting = new CountDownLatch(19);
    Cached1<String, String> function =
        Cached.of(memory().cache)
            .key("f:{}")
            .ttl(ofMinutes(1))
            .observer(
                new CachedObserver() {
                  @Override
                  public void waited() {
                    waiting.countDown();
                  }
                })
            .build(
                key -> {
                  waiting.await();
                  return source.load(key);
                });
    List<CompletableFuture<@Nullable String>> answers =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> function.get("a"), THREADS))
            .limit(20)
            .toList();
    for (CompletableFuture<@Nullable String> answer : answers) {
      assertThat(answer.get()).isEqualTo("a#1");
    }
  }

  @Test
  void none_wasNeverCached() {
    for (Fixture fixture : List.of(memory(), files(), chain())) {
      AtomicInteger calls = new AtomicInteger();
      Cached1<String, String> function =
          fixture
              .minute()
              .key(fixture.hashCode() + ":{}")
              .build(
                  key -> {
                    calls.incrementAndGet();
                    return null;
                  });
      assertThat(function.get("a")).isNull();
      assertThat(function.get("a")).isNull();
      assertThat(calls).hasValue(1);
    }
  }

  @Test
  void storeFailure_reachedTheCallerThoughTheLoadHadSucceeded() throws IOException {
    Fixture fixture = files();
    AtomicInteger failures = new AtomicInteger();
    Cached1<String, String> function =
        fixture
            .minute()
            .observer(
                new CachedObserver() {
                  @Override
                  public void storeFailed(Throwable cause) {
                    failures.incrementAndGet();
                  }
                })
            .build(source::load);
    assertThat(function.get("a")).isEqualTo("a#1");
    breakFiles();

    assertThat(function.get("b")).isEqualTo("b#2");
    assertThat(function.get("b")).isEqualTo("b#3");
    assertThat(failures).hasPositiveValue();
  }

  private void breakFiles() throws IOException {
    try (Stream<Path> all = Files.walk(files)) {
      for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
        Files.delete(each);
      }
    }
    Files.writeString(files, "a file where the directory was");
  }

  @Test
  void clear_flushedTheWholeDatabase_orDidNothingWithMetricsOn() {
    Fixture fixture = files();
    var other = fixture.create("other", Fixture.configuration());
    other.put("k", "kept");
    Cached1<String, String> function = fixture.minute().build(source::load); // with an observer
    function.get("a");
    function.clear();

    assertThat(function.get("a")).isEqualTo("a#2");
    assertThat(other.get("k")).isEqualTo("kept");
  }

  @Test
  void deduplicatedWrites_neverMatched_becauseOfATimeInWhatWasCompared() {
    AtomicInteger spared = new AtomicInteger();
    Fixture fixture =
        opened(
            new Fixture(
                files.toUri(),
                CairnConfiguration.builder(String.class, String.class)
                    .set(EncodedSettings.DEDUPE_WRITES, true)
                    .observer(
                        new StoreObserver() {
                          @Override
                          public void unchanged(Operation operation) {
                            spared.incrementAndGet();
                          }
                        })
                    .build()));
    fixture.cache.put("k", "same");
    fixture.pass(1);
    fixture.cache.put("k", "same");
    assertThat(spared).hasValue(1);
    fixture.cache.put("k", "other");
    assertThat(spared).hasValue(1);
    assertThat(fixture.cache.get("k")).isEqualTo("other");
  }

  @Test
  void concurrentFileWrites_sharedOneTemporaryName() {
    Fixture fixture = files();
    String large = "x".repeat(100_000);
    Cached0<String> function =
        Cached.of(fixture.cache)
            .key("f")
            .ttl(ofMinutes(1))
            .build(() -> source.calls.incrementAndGet() + large);
    List<CompletableFuture<Void>> writers =
        Stream.generate(
                () ->
                    CompletableFuture.runAsync(
                        () -> {
                          function.clear();
                          assertThat(function.get()).endsWith(large);
                          fixture.cache.put("f", "put" + large);
                          assertThat(function.get()).endsWith(large);
                        },
                        THREADS))
            .limit(20)
            .toList();
    writers.forEach(CompletableFuture::join);
  }

  @Test
  void positionalPlaceholder_tookSelf() throws NoSuchMethodException {
    var method = Backend.class.getDeclaredMethod("load", String.class);
    assertThat(KeyTemplate.parse("user:{}").bind(Signature.of(method)).render("42x"))
        .isEqualTo("user:42x");
  }

  @Test
  void wrongPlaceholder_fellBackToTheRawTemplate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> memory().minute().key("user:{0.x}").build(source::load))
        .withMessageContaining("user:{0.x}");
  }
}
