package org.cairncache.jcache;

import org.cairncache.CairnStoreMXBean;
import org.cairncache.spi.Store;

/** What is published of a store over JMX. Thread-safe. */
record StoreBean(StoreMonitor monitor, Store<?, ?> store) implements CairnStoreMXBean {
  @Override
  public long getRequests() {
    return monitor.requests();
  }

  @Override
  public long getFailedRequests() {
    return monitor.failures();
  }

  @Override
  public long getUnreadableEntries() {
    return monitor.unreadable();
  }

  @Override
  public long getEvictedEntries() {
    return monitor.evicted();
  }

  @Override
  public long getUnchangedWrites() {
    return monitor.unchanged();
  }

  @Override
  public long[] getAnswersByLevel() {
    return monitor.answers();
  }

  @Override
  public long getLateAnswers() {
    return monitor.late();
  }

  @Override
  public long getClockOffsetMillis() {
    return store.clockOffsetMillis();
  }

  @Override
  public boolean isCircuitOpen() {
    return monitor.circuit().isOpen();
  }

  @Override
  public long getCircuitOpenSinceMillis() {
    StoreMonitor.Circuit circuit = monitor.circuit();
    return circuit.isOpen() ? circuit.openSinceMillis() : 0;
  }

  @Override
  public long getCircuitOpenings() {
    return monitor.circuit().openings();
  }
}
