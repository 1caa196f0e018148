package org.cairncache.examples.mapstore;

import java.net.URI;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;

class MapStoreTest extends StoreContract {
  @Override
  protected StoreUnderTest store() {
    return StoreUnderTest.onHeap(new MapStoreFactory(), URI.create("map:contract"));
  }
}
