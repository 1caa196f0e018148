package org.cairncache.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.cairncache.freshness.background.Background;
import org.cairncache.freshness.background.BackgroundBuilder;
import org.cairncache.freshness.background.BackgroundObserver;
import org.cairncache.freshness.background.Mirror;
import org.cairncache.freshness.background.RefreshTask;
import org.cairncache.freshness.background.WriteTask;
import org.cairncache.spi.Stored;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What background tasks do, on every store that compares and sets. */
@Timeout(120)
final class BackgroundTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir private Path directory;
  private TwoSides sides;

  private void open(Shelf shelf) throws IOException {
    sides = new TwoSides(shelf, directory);
  }

  @AfterEach
  void close() {
    sides.close();
  }

  private static <B extends BackgroundBuilder<String, B>> B on(Side side, B builder) {
    return builder
        .key("rates")
        .every(MINUTE)
        .executor(side.threads)
        .scheduler(side.threads)
        .observer(new Ear(side));
  }

  private static WriteTask<String> write(Side side) {
    return on(side, Background.write(side.cache))
        .lease(seconds(15))
        .build(() -> side.load("rates"));
  }

  private static Mirror<String> read(Side side) {
    return on(side, Background.read(side.cache))
        .every(seconds(5))
        .patience(Duration.ZERO)
        .notices(false)
        .build();
  }

  private record Ear(Side side) implements BackgroundObserver {
    @Override
    public void refreshed(Result result, long nanos) {
      side.heard.add("refreshed " + result);
    }

    @Override
    public void pulled(Pull result, long nanos) {
      side.heard.add("pulled " + result);
    }
  }

  private static Duration seconds(long count) {
    return Duration.ofSeconds(count);
  }

  private Stored<String> stored() {
    Stored<String> stored = sides.here.cache.getStored("rates");
    assertThat(stored).isNotNull();
    return stored;
  }

  @ParameterizedTest
  @EnumSource
  void refresh_keepsTheCacheFilled(Shelf shelf) throws IOException {
    open(shelf);
    Side here = sides.here;
    RefreshTask<String> task =
        on(here, Background.refresh(here.cache)).build(() -> here.load("rates"));
    here.threads.runDue();
    for (int minute = 1; minute <= 3; minute++) {
      int loads = here.calls.get();
      assertThat(task.get()).isEqualTo("here " + minute);
      assertThat(here.calls).hasValue(loads);
      here.threads.advance(MINUTE);
    }
    assertThat(sides.there.cache.get("rates")).isEqualTo("here 4");
  }

  @ParameterizedTest
  @EnumSource
  void mirror_hasWhatTheWriterWrote(Shelf shelf) throws IOException {
    open(shelf);
    WriteTask<String> writer = write(sides.here);
    sides.here.threads.runDue();
    assertThat(writer.epoch()).isEqualTo(1);
    Mirror<String> mirror = read(sides.there);
    sides.there.threads.runDue();
    assertThat(mirror.get()).isEqualTo("here 1");
    assertThat(mirror.epoch()).isEqualTo(1);

    sides.here.threads.advance(MINUTE);
    sides.there.threads.runDue();
    assertThat(mirror.get()).isEqualTo("here 2");
    sides.there.threads.advance(seconds(10));
    assertThat(mirror.age())
        .hasValueSatisfying(age -> assertThat(age).isBetween(seconds(8), seconds(12)));
    assertThat(sides.there.heard)
        .containsExactly(
            "pulled CHANGED", "pulled CHANGED", "pulled UNCHANGED", "pulled UNCHANGED");
  }

  @ParameterizedTest
  @EnumSource
  void valueExpires_asTheWriterSaid_alsoInMirrors(Shelf shelf) throws IOException {
    open(shelf);
    WriteTask<String> writer = write(sides.here);
    sides.here.threads.runDue();
    Mirror<String> mirror = read(sides.there);
    sides.there.threads.runDue();
    writer.close();
    sides.there.threads.advance(seconds(176));
    assertThat(mirror.get()).isEqualTo("here 1");
    assertThat(mirror.writerSilentSince()).isPresent();
    sides.there.threads.advance(seconds(8));

    assertThat(mirror.get()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void nullValue_isWrittenAndMirrored(Shelf shelf) throws IOException {
    open(shelf);
    var unused = on(sides.here, Background.write(sides.here.cache)).build(() -> null);
    sides.here.threads.runDue();
    Mirror<String> mirror = read(sides.there);
    sides.there.threads.runDue();

    assertThat(mirror.isPresent()).isTrue();
    assertThat(mirror.get()).isNull();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MEMORY") // where no other process is
  void writerIsSilent_anotherOneTakesOver(Shelf shelf) throws IOException {
    open(shelf);
    WriteTask<String> first = write(sides.here);
    sides.here.threads.runDue();
    WriteTask<String> second = write(sides.there);
    sides.there.threads.runDue();
    assertThat(second.isWriting()).isFalse();
    sides.there.threads.advance(seconds(10));
    assertThat(second.isWriting()).isFalse();
    sides.there.threads.advance(seconds(10));
    assertThat(second.epoch()).isEqualTo(2);
    assertThat(stored().value()).isEqualTo("there 1");

    sides.here.threads.runDue();
    assertThat(first.isWriting()).isFalse();
    assertThat(stored().value()).isEqualTo("there 1");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "MEMORY")
  void valueLoadedUnderAnEarlierLease_isNotWritten(Shelf shelf) throws IOException {
    open(shelf);
    CompletableFuture<String> slow = new CompletableFuture<>();
    var unused = on(sides.here, Background.write(sides.here.cache)).buildAsync(() -> slow);
    sides.here.threads.runDue();
    WriteTask<String> second = write(sides.there);
    sides.there.threads.runDue();
    sides.there.threads.advance(seconds(20));
    assertThat(stored().attributes().fencingEpoch()).isEqualTo(2);
    slow.complete("old");
    sides.here.threads.runDue();

    assertThat(sides.here.heard).contains("refreshed FENCED");
    assertThat(stored().value()).isEqualTo("there 1");
    second.close();
  }
}
