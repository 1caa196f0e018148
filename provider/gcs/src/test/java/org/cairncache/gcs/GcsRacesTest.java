package org.cairncache.gcs;

import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.ObjectRaces;

/** Of writers in Cloud Storage that meet, one wins. */
final class GcsRacesTest extends ObjectRaces {
  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }
}
