package org.cairncache.s3;

import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The S3 store keeps the contract where an object cannot be deleted on a condition. */
final class S3TombstoneContractTest extends StoreContract {
  private final S3Place place = new S3Place();

  @BeforeEach
  void refuse() {
    place.server().refuseConditionalDelete(true);
  }

  @Override
  protected StoreUnderTest store() {
    return S3StoreContractTest.of(place);
  }

  @AfterEach
  void close() {
    place.close();
  }
}
