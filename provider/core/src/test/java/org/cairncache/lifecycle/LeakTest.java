package org.cairncache.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.management.ObjectName;
import org.cairncache.CairnCachingProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who opens and closes for ever leaves nothing: no thread, no bean, no class loader. */
@Timeout(300)
class LeakTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int CYCLES = 500;
  private static final int LOADERS = NIGHTLY ? 200 : 20;

  @Test
  void manyLives_leaveNoThreadAndNoBean() {
    Set<ObjectName> beans = Beans.all();
    LiveThreads threads = LiveThreads.now();

    for (int i = 0; i < CYCLES; i++) {
      try (CairnCachingProvider provider = new CairnCachingProvider()) {
        new Application(provider).run();
        assertThat(Beans.all()).hasSize(beans.size() + 4);
      }
    }

    assertThat(Beans.all()).isEqualTo(beans);
    threads.awaitNoneSince();
  }

  @Test
  void manyLivesOfOneProvider_leaveNoThreadAndNoBean() {
    Set<ObjectName> beans = Beans.all();
    LiveThreads threads = LiveThreads.now();

    try (CairnCachingProvider provider = new CairnCachingProvider()) {
      for (int i = 0; i < CYCLES / 10; i++) {
        try (Application application = new Application(provider)) {
          application.run();
        }
      }
      assertThat(Beans.all()).isEqualTo(beans);
      threads.awaitNoneSince();
    }
  }

  @Test
  void applicationsWithTheirOwnCairn_areCollected() throws Exception {
    assertCollected(ClassLoaders::bringingAll);
  }

  @Test
  void applicationsBesideOneCairn_areCollected() throws Exception {
    assertCollected(ClassLoaders::ofApplication);
  }

  private static void assertCollected(Callable<URLClassLoader> loaders) throws Exception {
    LiveThreads threads = LiveThreads.now();
    List<WeakReference<ClassLoader>> gone = new ArrayList<>();
    for (int i = 0; i < LOADERS; i++) {
      gone.add(live(loaders.call()));
    }

    threads.awaitNoneSince();
    linkAnotherRecord();
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInSameThread()
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(gone).filteredOn(loader -> loader.get() != null).isEmpty();
            });
  }

  // The JDK keeps the last class of records that it has made an equals for. One of Cairn's own
  // must not be mistaken for a leak of Cairn's.
  private static void linkAnotherRecord() throws Exception {
    try (URLClassLoader loader = ClassLoaders.ofApplication()) {
      Class<?> type = Class.forName(Application.Linked.class.getName(), true, loader);
      Object record = type.getConstructor().newInstance();
      assertThat(record.equals(type.getConstructor().newInstance())).isTrue();
    }
  }

  /** The life of one application; nothing of it stays in a variable. */
  private static WeakReference<ClassLoader> live(URLClassLoader loader) throws Exception {
    try (loader;
        ClassLoaders.RunningApplication application = ClassLoaders.start(loader)) {
      application.run();
      application.run();
    }
    return new WeakReference<>(loader);
  }
}
