package org.cairncache.cdi.advice;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.cache.CacheException;

/** Which thread waits for which call, so that none waits in a circle. Thread-safe. */
final class Waits {
  private final Map<Thread, Flight> waiting = new HashMap<>();

  /** Whether this thread may wait for the call: none that it waits for may wait for this thread. */
  synchronized boolean begin(Flight flight) {
    Thread current = Thread.currentThread();
    Flight next = flight;
    while (next != null) {
      Thread maker = next.thread();
      if (maker == current) {
        return false;
      }
      next = maker == null ? null : waiting.get(maker);
    }
    waiting.put(current, flight);
    return true;
  }

  private synchronized void end() {
    waiting.remove(Thread.currentThread());
  }

  /**
   * Waits until the call has ended, after {@link #begin} allowed it; false if it does not within
   * the time.
   *
   * @throws Exception what the method threw
   */
  boolean await(Flight flight, long nanos) throws Exception {
    try {
      var unused = flight.landing().get(nanos, TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException late) {
      return false;
    } catch (ExecutionException failed) {
      throw Thrown.itself(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new CacheException(
          "Interrupted while waiting for another thread's call of the method", interrupted);
    } finally {
      end();
    }
  }
}
