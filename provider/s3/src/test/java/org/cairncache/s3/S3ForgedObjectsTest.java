package org.cairncache.s3;

import org.cairncache.testkit.object.ForgedObjects;
import org.cairncache.testkit.object.ObjectPlace;

/** What others put into S3 for an entry does no harm. */
final class S3ForgedObjectsTest extends ForgedObjects {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }
}
