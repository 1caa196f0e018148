package org.cairncache.benchmarks;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Whose CPU time a turn is charged with. Threads of the JIT and of the collector never count. */
enum CpuClock {
  /** The thread that makes the calls. */
  CALLER {
    @Override
    long nanos() {
      return THREADS.getCurrentThreadCpuTime();
    }
  },
  /** All live Java threads, so that work handed to an executor is paid for. */
  JAVA_THREADS {
    @Override
    long nanos() {
      long[] times = THREADS.getThreadCpuTime(THREADS.getAllThreadIds());
      return Arrays.stream(times).filter(time -> time > 0).sum();
    }
  };

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Nanoseconds of CPU time used so far; only differences mean anything. */
  abstract long nanos();

  /** Bytes that the calling thread has allocated so far. */
  static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
