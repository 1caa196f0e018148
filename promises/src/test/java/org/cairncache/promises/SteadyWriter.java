package org.cairncache.promises;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/** Writes on two threads until it is killed, and keeps a {@link Ledger}, its only argument. */
final class SteadyWriter implements Part {
  private static final int THREADS = 2;

  static String key(int number) {
    return "key-" + number;
  }

  static boolean isPutOnly(int number) {
    return number < Ledger.KEYS * 3 / 4;
  }

  static Cache<String, byte[]> puts(CacheManager manager) {
    return manager.createCache("puts", configuration());
  }

  static Cache<String, byte[]> mixed(CacheManager manager) {
    return manager.createCache("mixed", configuration().setExpiryPolicyFactory(GrowingExpiry::new));
  }

  private static MutableConfiguration<String, byte[]> configuration() {
    return new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class);
  }

  @Override
  public void play(CacheManager manager, List<String> arguments, Parent parent) throws Exception {
    Ledger ledger = Ledger.open(Path.of(arguments.get(0)));
    Cache<String, byte[]> puts = puts(manager);
    Cache<String, byte[]> mixed = mixed(manager);
    CountDownLatch writing = new CountDownLatch(THREADS);
    for (int i = 0; i < THREADS; i++) {
      int first = i;
      new Thread(
              () -> {
                try {
                  resume(puts, mixed, ledger, first);
                  writing.countDown();
                  while (true) {
                    turn(puts, mixed, ledger, first);
                  }
                } catch (Throwable failure) {
                  failure.printStackTrace();
                  Runtime.getRuntime().halt(1);
                }
              })
          .start();
    }
    writing.await();
    parent.say("writing");
    parent.hear();
  }

  /** Goes on with the first step, as nobody knows whether the last one took place. */
  private static void resume(
      Cache<String, byte[]> puts, Cache<String, byte[]> mixed, Ledger ledger, int first) {
    for (int key = first; key < Ledger.KEYS; key += THREADS) {
      long next = (ledger.begun(key) / WriterStep.COUNT + 1) * WriterStep.COUNT;
      step(isPutOnly(key) ? puts : mixed, ledger, key, next);
    }
  }

  /** One step on every key. */
  private static void turn(
      Cache<String, byte[]> puts, Cache<String, byte[]> mixed, Ledger ledger, int first) {
    for (int key = first; key < Ledger.KEYS; key += THREADS) {
      step(isPutOnly(key) ? puts : mixed, ledger, key, ledger.begun(key) + 1);
    }
  }

  private static void step(Cache<String, byte[]> cache, Ledger ledger, int key, long sequence) {
    ledger.begin(key, sequence);
    if (isPutOnly(key)) {
      cache.put(key(key), Proof.of(key(key), sequence));
    } else {
      WriterStep.play(cache, key(key), sequence);
    }
    ledger.acknowledge(key, sequence);
  }
}
