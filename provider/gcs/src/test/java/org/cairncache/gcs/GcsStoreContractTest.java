package org.cairncache.gcs;

import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The store in Cloud Storage keeps the contract. */
final class GcsStoreContractTest extends StoreContract {
  private final GcsPlace place = new GcsPlace();

  @Override
  protected StoreUnderTest store() {
    return StoreUnderTest.encoded(new GcsStoreFactory(), place.uri(), place)
        .with(GcsSettings.ENDPOINT, place.server().uri())
        .with(GcsSettings.ANONYMOUS, true);
  }

  @AfterEach
  void close() {
    place.close();
  }
}
