package org.cairncache.s3;

import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.ObjectRaces;

/** Of writers in S3 that meet, one wins. */
final class S3RacesTest extends ObjectRaces {
  @Override
  protected ObjectPlace place() {
    return new S3Place();
  }
}
