package org.cairncache.gcs;

import java.net.URI;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.object.ObjectLifeCycle;
import org.cairncache.testkit.object.ObjectPlace;
import org.cairncache.testkit.object.Trouble;

/** How a connection to Cloud Storage begins and ends. */
final class GcsLifeCycleTest extends ObjectLifeCycle {
  @Override
  protected ObjectPlace place() {
    return new GcsPlace();
  }

  @Override
  protected OwnManager withoutBucket(ObjectPlace place) {
    return ((GcsPlace) place).manager(URI.create("gs://another/test"));
  }

  @Override
  protected String creating() {
    return "ifGenerationMatch=0";
  }

  @Override
  protected String matching() {
    return "ifGenerationMatch";
  }

  @Override
  protected String words(Trouble trouble) {
    return GcsPlace.words(trouble);
  }
}
