package org.cairncache.testkit.sample;

import java.net.URI;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;

/** The store that the broken ones are twins of keeps the whole contract. */
final class SampleStoreTest extends StoreContract {
  @Override
  protected StoreUnderTest store() {
    return sample(null);
  }

  static StoreUnderTest sample(Fault fault) {
    SampleMedium medium = new SampleMedium();
    return StoreUnderTest.encoded(
        new SampleStoreFactory(medium, fault), URI.create("sample:contract"), medium);
  }
}
