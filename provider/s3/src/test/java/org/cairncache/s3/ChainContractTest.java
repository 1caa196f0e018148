package org.cairncache.s3;

import java.net.URI;
import java.nio.file.Path;
import org.cairncache.spi.Tier;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The S3 store under near levels in memory and in files keeps the contract. */
final class ChainContractTest extends StoreContract {
  private final S3Place place = new S3Place();

  @TempDir Path directory;

  @Override
  protected StoreUnderTest store() {
    return S3StoreContractTest.of(place)
        .under(Tier.of(URI.create("memory:near")), Tier.of(directory.toUri()));
  }

  @AfterEach
  void close() {
    place.close();
  }
}
