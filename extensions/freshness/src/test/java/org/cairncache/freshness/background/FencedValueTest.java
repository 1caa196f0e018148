package org.cairncache.freshness.background;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import org.cairncache.CairnCache;
import org.cairncache.CairnConfiguration;
import org.cairncache.spi.Stored;
import org.cairncache.testkit.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What happens while a value is being encoded: after its writer has looked at the entry and at its
 * lease, and before the store compares.
 */
@Timeout(60)
class FencedValueTest {
  private final ManualClock clock = new ManualClock();

  @TempDir Path directory;
  private Member first;
  private Member second;
  private CairnCache<String, Halting> mine;
  private CairnCache<String, Halting> theirs;

  /** Lets a test act each time that it is encoded. */
  private static final class Halting implements Serializable {
    private static final long serialVersionUID = 1L;

    private static volatile boolean undecodable;

    private final String name;
    private final transient Runnable during;

    Halting(String name, Runnable during) {
      this.name = name;
      this.during = during;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
      during.run();
      out.defaultWriteObject();
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      if (undecodable) {
        throw new InvalidObjectException("of another version");
      }
      in.defaultReadObject();
    }
  }

  @BeforeEach
  void open() {
    first = new Member(clock, directory.toUri());
    second = new Member(clock, directory.toUri());
    mine = cache(first);
    theirs = cache(second);
  }

  @SuppressWarnings("unchecked") // as it is created
  private static CairnCache<String, Halting> cache(Member member) {
    Cache<String, Halting> cache =
        member
            .cache
            .getCacheManager()
            .createCache(
                "halting", CairnConfiguration.builder(String.class, Halting.class).build());
    return cache.unwrap(CairnCache.class);
  }

  @AfterEach
  void close() {
    first.close();
    second.close();
  }

  private static WriteTask<Halting> write(
      Member member, CairnCache<String, Halting> cache, Halting value) {
    return member
        .driven(Background.write(cache))
        .every(ofSeconds(60))
        .lease(ofSeconds(15))
        .build(() -> value);
  }

  /** The first one writes, and this happens while its value is encoded for the first time. */
  private WriteTask<Halting> writeAndMeanwhile(Runnable meanwhile) {
    AtomicBoolean happened = new AtomicBoolean();
    WriteTask<Halting> task =
        write(
            first,
            mine,
            new Halting(
                "old",
                () -> {
                  if (happened.compareAndSet(false, true)) {
                    meanwhile.run();
                  }
                }));
    first.run();
    assertThat(happened).isTrue();
    return task;
  }

  private void assertThere(String name, long epoch) {
    Stored<Halting> stored = mine.getStored("k");
    assertThat(stored).isNotNull();
    assertThat(stored.value().name).isEqualTo(name);
    assertThat(stored.attributes().fencingEpoch()).isEqualTo(epoch);
  }

  /** The second one writes, as soon as it may. */
  private void letSecondWrite() {
    var unused = write(second, theirs, new Halting("new", () -> {}));
    second.run();
  }

  private void takeOver() {
    clock.advance(ofSeconds(15));
    letSecondWrite();
    assertThere("new", 2);
  }

  @Test
  void successorWritesMeanwhile_isNotOverwritten() {
    WriteTask<Halting> task = writeAndMeanwhile(this::takeOver);

    assertThere("new", 2);
    assertThat(first.heard).contains("refreshed FENCED");
    assertThat(task.isWriting()).isFalse();
  }

  @Test
  void successorsValueIsGoneAgain_nothingIsWrittenInItsPlace() {
    var unused =
        writeAndMeanwhile(
            () -> {
              takeOver();
              theirs.remove("k");
            });

    assertThat(mine.getStored("k")).isNull();
    assertThat(first.heard).contains("refreshed FENCED");
  }

  /** Epochs begin anew then, and the first one's lease has not ended by its own clock. */
  @Test
  void clearedAndTakenByAnother_isNotOverwritten() {
    var unused =
        writeAndMeanwhile(
            () -> {
              theirs.clear();
              letSecondWrite();
              assertThere("new", 1);
            });

    assertThere("new", 1);
    assertThat(first.heard).contains("refreshed FENCED");
  }

  /** The first one writes twice, and this happens while it loads for the second time. */
  private void writeAndDuringTheNextLoad(Runnable meanwhile) {
    AtomicInteger loads = new AtomicInteger();
    var unused =
        first
            .driven(Background.write(mine))
            .every(ofSeconds(1))
            .lease(ofSeconds(15))
            .build(
                () -> {
                  if (loads.incrementAndGet() == 2) {
                    meanwhile.run();
                  }
                  return new Halting("old", () -> {});
                });
    first.pass(1);
    assertThat(loads).hasValue(2);
  }

  /** As above, but nothing conflicts. */
  @Test
  void clearedAndTakenByAnotherDuringTheLoad_isNotOverwritten() {
    writeAndDuringTheNextLoad(
        () -> {
          theirs.clear();
          letSecondWrite();
        });

    assertThere("new", 1);
    assertThat(first.heard).contains("refreshed FENCED");
  }

  /** As a value of a newer version would be. */
  @Test
  void successorsValueCannotBeDecoded_isNotReplacedByAHeldPlace() {
    writeAndDuringTheNextLoad(
        () -> {
          theirs.clear();
          letSecondWrite();
          Halting.undecodable = true;
        });
    Halting.undecodable = false;

    assertThere("new", 1);
  }

  @Test
  void somebodyPutsMeanwhile_isReplaced() {
    var unused = writeAndMeanwhile(() -> theirs.put("k", new Halting("by hand", () -> {})));

    assertThere("old", 1);
    assertThat(first.heard).contains("refreshed SUCCESS");
  }
}
