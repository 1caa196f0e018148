package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cairncache.spi.StoreException;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.object.FaultMatrix;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.Trouble;
import org.cairncache.testkit.s3.S3Faults;
import org.junit.jupiter.api.Test;

/** Every operation under every fault of S3. */
final class S3FaultsTest extends FaultMatrix {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }

  @Override
  protected String words(Trouble trouble) {
    return S3Place.words(trouble);
  }

  @Test
  void clear_oneObjectFails_throws() {
    cache().put("k", "v");
    bucket().faults().next(1, "DeleteObjects", Fault.answerAfterwards(S3Faults.deleteFailed("k")));
    assertThatThrownBy(cache()::clear).isInstanceOf(StoreException.class);
  }
}
