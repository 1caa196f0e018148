package org.cairncache.file;

import java.nio.file.Path;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.io.TempDir;

/** The file store keeps the contract. */
final class FileStoreContractTest extends StoreContract {
  @TempDir Path root;

  @Override
  protected StoreUnderTest store() {
    FailingDisk disk = new FailingDisk(root);
    return StoreUnderTest.encoded(new FileStoreFactory(disk), root.toUri(), disk);
  }
}
