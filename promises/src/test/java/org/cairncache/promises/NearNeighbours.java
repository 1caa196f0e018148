package org.cairncache.promises;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import javax.cache.Cache;
import javax.cache.CacheException;
import javax.cache.CacheManager;
import org.cairncache.spi.StoreObserver;

/**
 * A writer in this process and readers in others, each with a near level of its own over one far
 * level, and nothing else in common.
 */
final class NearNeighbours implements AutoCloseable {
  private static final int READERS = 2;
  private static final long PATIENCE_MICROS = TimeUnit.SECONDS.toMicros(30);
  private static final long PAUSE_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final CacheManager writing;
  private final CacheManager looking;
  private final Cache<String, Long> own;
  private final Cache<String, Long> far;
  private final List<ChildJvm> readers = new ArrayList<>();
  private final Acknowledged acknowledged = new Acknowledged();
  private final NearSightings sightings = new NearSightings(acknowledged);
  private final GrowingWriter writer;

  /**
   * Begins to write and to read.
   *
   * @param writer the file of the writer
   * @param reader that of the readers
   * @param far of the far level alone, whose reads throw when it fails
   */
  NearNeighbours(ConfigurationFile writer, ConfigurationFile reader, ConfigurationFile far)
      throws Exception {
    writing = writer.open();
    looking = far.open();
    own = NearReader.cache(writing, StoreObserver.NONE);
    this.far = NearReader.cache(looking, StoreObserver.NONE);
    for (int i = 0; i < READERS; i++) {
      readers.add(ChildJvm.start(NearReader.class, reader));
    }
    for (ChildJvm each : readers) {
      each.hear();
    }
    this.writer = GrowingWriter.start(own, acknowledged);
  }

  Acknowledged acknowledged() {
    return acknowledged;
  }

  /**
   * Disturbs while the writer writes, and has it rest when that is over, so that what was missed
   * stays missed. Returns when all near levels hold what the far one does.
   *
   * @param disturbance returns when it is over; gives the time from which its cost counts
   */
  Convergence disturb(LongSupplier disturbance) throws Exception {
    long before = HostClock.micros();
    Convergence cost = converge(disturbance.getAsLong());
    sightings.excuse(before, cost.convergedMicros());
    return cost;
  }

  /** Has the writer rest until all near levels hold what the far one does. */
  Convergence converge() throws Exception {
    return converge(HostClock.micros());
  }

  private Convergence converge(long begun) throws Exception {
    writer.pause();
    try {
      long still = HostClock.micros();
      while (!isConverged()) {
        if (HostClock.micros() - still > PATIENCE_MICROS) {
          throw new AssertionError("A near level goes on to hold what the far one does not");
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
      return new Convergence(begun, still, HostClock.micros());
    } finally {
      writer.resume();
    }
  }

  private boolean isConverged() throws IOException, InterruptedException {
    String there;
    try {
      there = NearReader.show(far);
    } catch (CacheException failure) {
      return false;
    }
    boolean same = there.equals(NearReader.show(own));
    for (ChildJvm reader : readers) {
      reader.say(NearReader.SHOW);
      same &= reader.hear().equals(there);
    }
    return same;
  }

  /** Ends all and tells what the readers saw. */
  NearSightings end() throws Exception {
    writer.close();
    for (ChildJvm reader : readers) {
      reader.say(NearReader.END);
      sightings.add(reader.hearAll());
    }
    return sightings;
  }

  @Override
  public void close() throws Exception {
    writer.close();
    for (ChildJvm reader : readers) {
      reader.close();
    }
    writing.close();
    looking.close();
  }
}
