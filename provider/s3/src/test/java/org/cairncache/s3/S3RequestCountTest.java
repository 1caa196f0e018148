package org.cairncache.s3;

import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.RequestCounts;

/** What an operation of a cache asks of S3. */
final class S3RequestCountTest extends RequestCounts {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }

  @Override
  protected String clockRequest() {
    return "HeadObject";
  }

  /** The object is read and written again. */
  @Override
  protected String[] touchRequests() {
    return new String[] {"GetObject", "PutObject"};
  }

  @Override
  protected int mostDeleted() {
    return 1_000;
  }
}
