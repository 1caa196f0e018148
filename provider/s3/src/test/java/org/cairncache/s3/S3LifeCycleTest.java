package org.cairncache.s3;

import java.net.URI;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.object.ObjectLifeCycle;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.Trouble;

/** How a connection to S3 begins and ends. */
final class S3LifeCycleTest extends ObjectLifeCycle {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }

  @Override
  protected OwnManager withoutBucket(ObjectPlace place) {
    return ((S3Place) place).manager(URI.create("s3://another/test"));
  }

  @Override
  protected String creating() {
    return "If-None-Match";
  }

  @Override
  protected String matching() {
    return "If-Match";
  }

  @Override
  protected String words(Trouble trouble) {
    return S3Place.words(trouble);
  }
}
