package org.cairncache.gcs;

import org.cairncache.testkit.object.LostReplies;
import org.cairncache.testkit.object.ObjectPlace;

/** What the service did is told from what it did not, whatever of it is heard. */
final class GcsLostRepliesTest extends LostReplies {
  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }
}
