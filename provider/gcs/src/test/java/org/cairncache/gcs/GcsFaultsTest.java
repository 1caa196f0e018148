package org.cairncache.gcs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cairncache.spi.StoreException;
import org.cairncache.testkit.gcs.GcsFaults;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.object.FaultMatrix;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.Trouble;
import org.junit.jupiter.api.Test;

/** Every operation under every fault of Cloud Storage. */
final class GcsFaultsTest extends FaultMatrix {
  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }

  @Override
  protected String words(Trouble trouble) {
    return GcsPlace.words(trouble);
  }

  @Test
  void clear_oneObjectFails_throws() {
    cache().put("k", "v");
    bucket().faults().next(1, "objects.delete", Fault.answer(GcsFaults.forbidden()));
    assertThatThrownBy(cache()::clear)
        .isInstanceOf(StoreException.class)
        .hasStackTraceContaining("403 forbidden");
  }
}
