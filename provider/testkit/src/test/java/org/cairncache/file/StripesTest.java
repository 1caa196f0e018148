package org.cairncache.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairncache.spi.Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One holder of a stripe at a time, whoever asks. */
final class StripesTest {
  private static final int LOADERS = 2;
  private static final int ROUNDS = 300;

  @TempDir Path root;

  private Stripes open(long waitMillis) throws IOException {
    return Stripes.open(root, 4, waitMillis);
  }

  private <R> R elsewhere(Callable<R> call) throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      return thread.submit(call).get();
    } finally {
      thread.shutdown();
    }
  }

  @Test
  void lock_heldByAnotherThread_isWaitedForAndGivenUp() throws Exception {
    try (Stripes.Held held = open(1000).lock(1)) {
      assertThatThrownBy(() -> elsewhere(() -> open(20).lock(1)))
          .hasRootCauseInstanceOf(IOException.class)
          .hasMessageContaining("Waited 20 ms");
      assertThat(elsewhere(() -> open(20).tryLock(1))).isNull();
      elsewhere(
          () -> {
            open(20).lock(2).close();
            return null;
          });
    }
    elsewhere(
        () -> {
          open(20).lock(1).close();
          return null;
        });
  }

  // Somebody in this JVM with a channel of his own looks like another process.
  @Test
  void lock_heldByAnotherChannel_isWaitedForAndGivenUp() throws Exception {
    Stripes stripes = open(20);
    FileChannel other = FileChannel.open(root.resolve("lock"), StandardOpenOption.WRITE);
    FileLock lock = other.lock(1, 1, false);
    assertThatThrownBy(() -> stripes.lock(1)).hasMessageContaining("Waited 20 ms");
    assertThat(stripes.tryLock(1)).isNull();
    lock.release();
    stripes.lock(1).close();
  }

  @Test
  void lock_interruptedBefore_waitsAllTheSame() throws Exception {
    Stripes stripes = open(10_000);
    Thread waiter;
    List<Boolean> flags = new ArrayList<>();
    try (Stripes.Held held = stripes.lock(1)) {
      waiter =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                try (Stripes.Held mine = stripes.lock(1)) {
                  flags.add(Thread.currentThread().isInterrupted());
                } catch (IOException failure) {
                  flags.add(false);
                }
              });
      waiter.start();
      while (waiter.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
    }
    waiter.join();
    assertThat(flags).containsExactly(true);
  }

  @Test
  void lock_interruptedMeanwhile_fails() throws Exception {
    Stripes stripes = open(10_000);
    List<Exception> failures = new ArrayList<>();
    try (Stripes.Held held = stripes.lock(1)) {
      Thread waiter =
          new Thread(
              () -> {
                try {
                  stripes.lock(1).close();
                } catch (IOException failure) {
                  failures.add(failure);
                }
              });
      waiter.start();
      while (waiter.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      waiter.interrupt();
      waiter.join();
    }
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).hasMessageContaining("Interrupted");
  }

  @Test
  void replace_fromTwoClassLoaders_losesNothing() throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String path :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      urls.add(Path.of(path).toUri().toURL());
    }
    ExecutorService threads = Executors.newFixedThreadPool(LOADERS);
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      URLClassLoader loader =
          new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
      Callable<?> own =
          (Callable<?>)
              loader
                  .loadClass(Increments.class.getName())
                  .getConstructor(Path.class, int.class)
                  .newInstance(root, ROUNDS);
      assertThat(own).isNotInstanceOf(Increments.class);
      running.add(threads.submit(own));
    }
    for (Future<?> each : running) {
      each.get();
    }
    threads.shutdown();
    try (Store<String, String> store = new FileContext(root).open(new LocalDisk())) {
      assertThat(store.get(Increments.KEY).value()).isEqualTo("" + LOADERS * ROUNDS);
    }
  }
}
