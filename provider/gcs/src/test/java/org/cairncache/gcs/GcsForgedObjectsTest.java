package org.cairncache.gcs;

import org.cairncache.testkit.object.ForgedObjects;
import org.cairncache.testkit.object.ObjectPlace;

/** What others put into Cloud Storage for an entry does no harm. */
final class GcsForgedObjectsTest extends ForgedObjects {
  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }
}
