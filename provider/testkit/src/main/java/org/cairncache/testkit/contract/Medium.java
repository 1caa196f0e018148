package org.cairncache.testkit.contract;

/** What lies under a store that leaves the heap, for the contract to spoil and to cut off. */
public interface Medium {

  /** Overwrites what the medium holds for the key with something that nobody can decode. */
  void spoil(String cacheName, String key);

  /**
   * From now on every request to the medium fails, until the outage is closed. Whatever the medium
   * holds stays.
   */
  Outage fail();

  /** While the medium fails. */
  interface Outage extends AutoCloseable {
    @Override
    void close();
  }
}
