package org.cairncache.benchmarks.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.cairncache.benchmarks.paired.CpuClock;
import org.cairncache.benchmarks.paired.Loop;

/** Threads that all run one loop on one cache until a time is over. */
final class Crowd {
  private static final int BATCH = 64;
  private static final int SPREAD = 1_021 * BATCH;

  private final Loop loop;
  private final Object cache;
  private final Object[] values;
  private final CountDownLatch ready;
  private final CountDownLatch go = new CountDownLatch(1);
  private volatile boolean ended;

  private Crowd(Loop loop, Object cache, Object[] values, int threads) {
    this.loop = loop;
    this.cache = cache;
    this.values = values;
    this.ready = new CountDownLatch(threads);
  }

  /**
   * What a turn gave.
   *
   * @param perSecond operations of all threads
   * @param cpuNanos of the calling threads, for each operation
   * @param evenness operations of the slowest thread for each of the fastest
   */
  record Turn(double perSecond, double cpuNanos, double evenness) {}

  /**
   * Runs.
   *
   * @param keys of each thread
   */
  static Turn run(
      Loop loop,
      Object cache,
      IntFunction<Object[]> keys,
      Object[] values,
      int threads,
      int millis) {
    Crowd crowd = new Crowd(loop, cache, values, threads);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      members.add(crowd.new Member(i, keys.apply(i)));
    }
    members.forEach(Thread::start);
    try {
      crowd.ready.await();
      long start = System.nanoTime();
      crowd.go.countDown();
      TimeUnit.MILLISECONDS.sleep(millis);
      crowd.ended = true;
      for (Member member : members) {
        member.join();
      }
      return turn(members, System.nanoTime() - start);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      crowd.ended = true;
    }
  }

  private static Turn turn(List<Member> members, long nanos) {
    long operations = members.stream().mapToLong(member -> member.operations).sum();
    long cpu = members.stream().mapToLong(member -> member.cpuNanos).sum();
    long least = members.stream().mapToLong(member -> member.operations).min().orElse(0);
    long most = members.stream().mapToLong(member -> member.operations).max().orElse(1);
    if (members.stream().anyMatch(member -> member.answers == 0)) {
      throw new IllegalStateException("A thread got no answer");
    }
    return new Turn(operations * 1e9 / nanos, (double) cpu / operations, (double) least / most);
  }

  /** One thread of them. */
  private final class Member extends Thread {
    private final Object[] keys;
    private int next;
    private long operations;
    private long answers;
    private long cpuNanos;

    Member(int number, Object[] keys) {
      super("growth-" + number);
      setDaemon(true);
      this.keys = keys;
      this.next = number * SPREAD % (keys.length - BATCH);
    }

    @Override
    public void run() {
      ready.countDown();
      try {
        go.await();
      } catch (InterruptedException e) {
        return;
      }
      long start = CpuClock.CALLER.nanos();
      do {
        answers += loop.run(cache, keys, values, next, next + BATCH);
        next = next + 2 * BATCH > keys.length ? 0 : next + BATCH;
        operations += BATCH;
      } while (!ended);
      cpuNanos = CpuClock.CALLER.nanos() - start;
    }
  }
}
