package org.cairncache.benchmarks.paired;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/** Whose CPU time a turn is charged with. Threads of the JIT and of the collector never count. */
public enum CpuClock {
  /** The thread that makes the calls. */
  CALLER {
    @Override
    public long nanos() {
      return THREADS.getCurrentThreadCpuTime();
    }
  },
  /** All live Java threads, so that work handed to an executor is paid for. */
  JAVA_THREADS {
    @Override
    public long nanos() {
      long[] times = THREADS.getThreadCpuTime(THREADS.getAllThreadIds());
      return Arrays.stream(times).filter(time -> time > 0).sum();
    }
  };

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Nanoseconds of CPU time used so far; only differences mean anything. */
  public abstract long nanos();

  /** Bytes that the calling thread has allocated so far. */
  public static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
