package org.cairncache.testkit;

import java.net.URI;
import org.cairncache.memory.MemoryStoreFactory;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;

/** The memory store keeps the contract. */
final class MemoryContractTest extends StoreContract {
  @Override
  protected StoreUnderTest store() {
    return StoreUnderTest.onHeap(new MemoryStoreFactory(), URI.create("memory:contract"));
  }
}
