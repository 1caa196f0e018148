package org.cairncache.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairncache.spi.Attributes;
import org.cairncache.spi.Lifetime;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Store;
import org.cairncache.spi.Stored;

/**
 * Several threads of two processes at work on a few keys, while the power may fail after every
 * single step on the disk: then a state in which the disk may be found is drawn, with what each key
 * may hold in it.
 */
final class CrashRun {
  private static final List<String> KEYS = List.of("a", "b", "c", "d", "e", "f");
  private static final int THREADS = 3;
  private static final int CALLS = 40;

  private final Path root;
  private final Flaw flaw;
  private final boolean durable;
  private final SplittableRandom random;
  private final double rate;
  private final ModelDisk model;
  private final Acknowledged acknowledged = new Acknowledged();
  private final List<CrashState> states = new ArrayList<>();
  private final Map<Path, String> keys = new HashMap<>();
  private final ThreadLocal<Boolean> sweeping = ThreadLocal.withInitial(() -> false);

  /** What a store may do wrong. */
  enum Flaw {
    NONE,
    NO_FORCE_OF_FILES,
    FORCE_AFTER_MOVE,
    NO_FORCE_OF_DIRECTORIES,
    NO_FORCE_OF_SHARDS_NAMES,
    NO_FORCE_OF_THE_ROOTS_NAME
  }

  /** A disk after a crash. */
  record CrashState(ModelDisk disk, Map<String, Set<String>> possible) {}

  CrashRun(Path root, Flaw flaw, boolean durable, long seed, double rate) {
    this.root = root;
    this.flaw = flaw;
    this.durable = durable;
    this.random = new SplittableRandom(seed);
    this.rate = rate;
    this.model = new ModelDisk(root.getParent());
    KEYS.forEach(key -> keys.put(context().file(key), key));
  }

  private FileContext context() {
    FileContext context = new FileContext(root).with(Settings.MAXIMUM_SIZE, 4L);
    return durable ? context.durable() : context;
  }

  List<CrashState> run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try (Store<String, String> one = context().open(new Steps(model));
        Store<String, String> other = context().open(new Steps(model))) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        SplittableRandom own = random.split();
        int number = i;
        running.add(
            threads.submit(
                () -> {
                  for (int call = 0; call < CALLS; call++) {
                    call(own.nextBoolean() ? one : other, number + "." + call, own);
                  }
                  return null;
                }));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return states;
  }

  private void call(Store<String, String> store, String number, SplittableRandom own) {
    String key = KEYS.get(own.nextInt(KEYS.size()));
    String value = key + number + "x".repeat(own.nextInt(2000));
    Lifetime lifetime = Lifetime.until(Long.MAX_VALUE - 1);
    int kind = own.nextInt(20);
    if (kind < 8) {
      write(key, value, () -> store.put(key, value, lifetime) != null);
    } else if (kind < 11) {
      Stored<String> there = store.get(key);
      write(key, value, () -> store.replace(key, there, value, lifetime, Attributes.NONE) != null);
    } else if (kind < 13) {
      write(
          key,
          null,
          () -> {
            store.remove(key);
            return true;
          });
    } else if (kind < 15) {
      Stored<String> there = store.get(key);
      if (there != null) {
        write(key, null, () -> store.remove(key, there));
      }
    } else if (kind < 18) {
      Stored<String> there = store.get(key);
      if (there != null) {
        store.touch(key, there, Long.MAX_VALUE - 2 - own.nextInt(1000));
      }
    } else if (kind == 18) {
      clear(store);
    } else {
      sweep();
    }
  }

  private interface Call {
    boolean run();
  }

  private void write(String key, String value, Call call) {
    Acknowledged.Write write = acknowledged.begin(key, value);
    write.end(key, call.run());
  }

  private void clear(Store<String, String> store) {
    Map<String, Acknowledged.Write> removed = new HashMap<>();
    KEYS.forEach(key -> removed.put(key, acknowledged.begin(key, null)));
    store.clear();
    removed.forEach((key, write) -> write.end(key, true));
  }

  // Another process comes, sweeps and goes.
  private void sweep() {
    FileContext third = context();
    try (Store<String, String> store = third.open(new Steps(model))) {
      sweeping.set(true);
      third.sweep();
    } finally {
      sweeping.set(false);
    }
  }

  private void mayCrash() {
    synchronized (acknowledged) {
      if (random.nextDouble() < rate) {
        states.add(new CrashState(model.crash(random), acknowledged.possible(KEYS)));
      }
    }
  }

  /** Counts of one check. */
  record Verdict(int lost, int torn, int stuck) {
    static final Verdict GOOD = new Verdict(0, 0, 0);

    Verdict plus(Verdict other) {
      return new Verdict(lost + other.lost, torn + other.torn, stuck + other.stuck);
    }
  }

  /** Opens the store over what is left, and looks what it finds. */
  Verdict check(CrashState state) {
    int lost = 0;
    int torn = 0;
    int stuck = 0;
    try (Store<String, String> store = context().open(state.disk())) {
      for (String key : KEYS) {
        Stored<String> found = store.get(key);
        String value = found == null || !found.isReadable() ? null : found.value();
        if (value != null && !acknowledged.isWritten(key, value)) {
          torn++;
        } else if (durable && !state.possible().get(key).contains(value)) {
          lost++;
        }
      }
      stuck += (int) KEYS.stream().filter(key -> !works(store, key)).count();
      store.clear();
      stuck += (int) store.keys().count();
    } catch (RuntimeException cannotOpen) {
      stuck++;
    }
    return new Verdict(lost, torn, stuck);
  }

  private static boolean works(Store<String, String> store, String key) {
    store.put(key, "after", Lifetime.ETERNAL);
    Stored<String> after = Objects.requireNonNull(store.getLatest(key));
    return "after".equals(after.value()) && store.remove(key, after) && store.get(key) == null;
  }

  /** Comes between the store and the model, in single steps. */
  private final class Steps extends DiskProxy {
    Steps(Disk disk) {
      super(disk);
    }

    @Override
    void changed() {
      mayCrash();
    }

    @Override
    public void create(Path file, byte[] bytes, boolean force) throws IOException {
      super.create(file, bytes, false);
      if (force && flaw != Flaw.NO_FORCE_OF_FILES && flaw != Flaw.FORCE_AFTER_MOVE) {
        model.force(file);
        changed();
      }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      super.move(from, to);
      if (flaw == Flaw.FORCE_AFTER_MOVE) {
        model.force(to);
        changed();
      }
    }

    @Override
    public boolean delete(Path file) throws IOException {
      if (sweeping.get() && keys.containsKey(file)) {
        synchronized (acknowledged) {
          acknowledged.evicted(keys.get(file));
          return model.delete(file);
        }
      }
      return super.delete(file);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
      boolean skipped =
          switch (flaw) {
            case NO_FORCE_OF_DIRECTORIES -> true;
            case NO_FORCE_OF_SHARDS_NAMES -> directory.equals(context().names().directory());
            case NO_FORCE_OF_THE_ROOTS_NAME -> directory.equals(root.getParent());
            default -> false;
          };
      if (!skipped) {
        super.forceDirectory(directory);
      }
    }
  }
}
