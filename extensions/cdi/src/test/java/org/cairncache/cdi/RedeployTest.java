package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Applications that come and go in a server leave nothing behind. Of the very first one, Weld keeps
 * the class loader (by the trace of an exception in a static field), and of the last one the JVM
 * does before 18 (by the types of the record that it linked last): those two are not counted, and
 * the first does without Cairn, as that is not to keep it either.
 */
final class RedeployTest {
  private static final boolean NIGHTLY = Boolean.getBoolean("nightly");
  private static final int TIMES = NIGHTLY ? 50 : 10;
  private static final int MORE_TIMES = 50;
  // Threads without work end after 10 s, and what they hold is free then.
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MISSING_CACHE = "cairn.cdi.missing-cache";

  @BeforeEach
  void create() {
    System.setProperty(MISSING_CACHE, "create");
  }

  @BeforeEach
  void skip() {
    assumeTrue(NIGHTLY || !Boolean.getBoolean("cdi.brief"), "the short form is of one container");
  }

  @AfterEach
  void clear() {
    System.clearProperty(MISSING_CACHE);
  }

  @Test
  void redeploy_cairnInTheApplications_leavesNoClassLoader() throws Exception {
    Predicate<String> application =
        entry -> ApplicationLoader.isOfCairn(entry) || ApplicationLoader.isOfTests(entry);
    try (ApplicationLoader server = server(application)) {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      deployOnce(server, application, EmptyShop.class);
      for (int i = 0; i < TIMES; i++) {
        loaders.add(deployOnce(server, application));
      }
      deployOnce(server, application);
      assertAllGone(loaders);
    }
    assertNoThread();
  }

  @Test
  void redeploy_cairnInTheServer_leavesNoClassLoaderWhileAnotherGoesOn() throws Exception {
    try (ApplicationLoader server = server(ApplicationLoader::isOfTests)) {
      List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
      deployOnce(server, ApplicationLoader::isOfTests, EmptyShop.class);
      loaders.add(deployOnce(server, ApplicationLoader::isOfTests)); // has threads started
      Thread other = deployAnother(server);
      for (int i = 1; i < MORE_TIMES; i++) {
        loaders.add(deployOnce(server, ApplicationLoader::isOfTests));
      }
      deployOnce(server, ApplicationLoader::isOfTests);
      assertAllGone(loaders);
      assertThat(other.isAlive()).as("the other application, whose work keeps threads").isTrue();
      other.interrupt();
      other.join();
    }
    assertNoThread();
  }

  private static ApplicationLoader server(Predicate<String> ofApplication) {
    return ApplicationLoader.of(
        ofApplication.negate().and(RedeployTest::isNotOfConfig),
        ClassLoader.getPlatformClassLoader());
  }

  // It keeps the configuration of each class loader until the server says that it is gone.
  private static boolean isNotOfConfig(String entry) {
    return !entry.contains("smallrye");
  }

  private static WeakReference<ClassLoader> deployOnce(
      ClassLoader server, Predicate<String> ofApplication) throws Exception {
    return deployOnce(server, ofApplication, SmallShop.class);
  }

  private static WeakReference<ClassLoader> deployOnce(
      ClassLoader server, Predicate<String> ofApplication, Class<? extends Runnable> type)
      throws Exception {
    try (ApplicationLoader loader = ApplicationLoader.of(ofApplication, server)) {
      loader.run(type);
      return new WeakReference<>(loader);
    }
  }

  private static Thread deployAnother(ClassLoader server) {
    ApplicationLoader loader = ApplicationLoader.of(ApplicationLoader::isOfTests, server);
    Thread thread =
        new Thread(
            () -> {
              try (loader) {
                loader.run(OpenShop.class);
              } catch (Exception failure) {
                throw new IllegalStateException(failure);
              }
            });
    thread.start();
    return thread;
  }

  private static void assertAllGone(List<WeakReference<ClassLoader>> loaders) {
    Awaitility.await()
        .dontCatchUncaughtExceptions() // of calls that go on when their classes are gone
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(loaders).filteredOn(loader -> loader.get() != null).isEmpty();
            });
  }

  private static void assertNoThread() {
    Awaitility.await()
        .dontCatchUncaughtExceptions()
        .untilAsserted(
            () ->
                assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("cairn-worker-"))
                    .noneMatch(name -> name.startsWith("cairn-scheduler-")));
  }
}
