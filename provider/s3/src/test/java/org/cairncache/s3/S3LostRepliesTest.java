package org.cairncache.s3;

import org.cairncache.testkit.object.LostReplies;
import org.cairncache.testkit.object.ObjectPlace;

/** What S3 did is told from what it did not, whatever of it is heard. */
final class S3LostRepliesTest extends LostReplies {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }
}
