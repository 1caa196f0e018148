package org.cairncache.promises;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.spi.OutcomeUnknownException;

/** One process's callers while primaries are killed, under one setting of wait-replicas. */
final class FailoverSide implements AutoCloseable {
  private static final int PER_SECOND = 200;
  private static final int REGISTERS = 4;

  private final CacheManager manager;
  private final Cache<String, byte[]> cache;
  private final Writes writes;
  private final OpenLoop loop;
  private final List<Register> registers;
  private final String name;
  private int acknowledged;
  private int lost;

  FailoverSide(Path directory, URI uri, int waitReplicas, IntSupplier generation)
      throws IOException {
    name = "wait-" + waitReplicas;
    manager =
        ConfigurationFile.write(
                directory,
                name,
                uri,
                "defaults { wait-replicas = " + waitReplicas + ", fail-open = false }")
            .open();
    cache =
        manager.createCache(
            "failover",
            new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class));
    writes = new Writes(cache, name);
    loop = OpenLoop.start(PER_SECOND, number -> writes.write());
    registers =
        IntStream.range(0, REGISTERS)
            .mapToObj(i -> new Register(cache, name + "-register-" + i, generation))
            .toList();
  }

  /** Whether a write of this key is carried out, whether or not replicas have it. */
  boolean isCarriedOut(String key) {
    try {
      cache.put(key, Proof.of(key, 0));
      return true;
    } catch (OutcomeUnknownException unconfirmed) {
      return unconfirmed.getMessage().contains("was carried out by the primary, but only");
    } catch (CacheException failure) {
      return false;
    }
  }

  /** Whether a write of this key is reported as done. */
  boolean isDone(String key) {
    try {
      cache.put(key, Proof.of(key, 0));
      return true;
    } catch (CacheException failure) {
      return false;
    }
  }

  /** Counts what is gone of what was acknowledged since the last time. */
  void count() {
    acknowledged += writes.acknowledged();
    lost += writes.lost();
  }

  int lost() {
    return lost;
  }

  int older() {
    return registers.stream().mapToInt(Register::older).sum();
  }

  long reads() {
    return registers.stream().mapToLong(Register::reads).sum();
  }

  @Override
  public String toString() {
    return "%s: %d of %d acknowledged writes lost, %d of %d reads older"
        .formatted(name, lost, acknowledged, older(), reads());
  }

  @Override
  public void close() throws Exception {
    for (Register register : registers) {
      register.close();
    }
    loop.close();
    manager.close();
  }
}
