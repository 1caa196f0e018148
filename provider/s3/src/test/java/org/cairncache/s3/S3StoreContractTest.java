package org.cairncache.s3;

import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;

/** The S3 store keeps the contract. */
final class S3StoreContractTest extends StoreContract {
  private final S3Place place = new S3Place();

  @Override
  protected StoreUnderTest store() {
    return of(place);
  }

  static StoreUnderTest of(S3Place place) {
    return StoreUnderTest.encoded(new S3StoreFactory(), place.uri(), place)
        .with(S3Settings.ENDPOINT, place.server().uri())
        .with(S3Settings.PATH_STYLE, true)
        .with(S3Settings.CREDENTIALS, S3Place.CREDENTIALS);
  }

  @AfterEach
  void close() {
    place.close();
  }
}
