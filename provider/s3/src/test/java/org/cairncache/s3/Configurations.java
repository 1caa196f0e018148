package org.cairncache.s3;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.expiry.ModifiedExpiryPolicy;

/** Of caches of texts. */
final class Configurations {
  private Configurations() {}

  static MutableConfiguration<String, String> expiring(Duration afterWrite) {
    return new MutableConfiguration<String, String>()
        .setTypes(String.class, String.class)
        .setExpiryPolicyFactory(
            ModifiedExpiryPolicy.factoryOf(
                new javax.cache.expiry.Duration(TimeUnit.MILLISECONDS, afterWrite.toMillis())));
  }
}
