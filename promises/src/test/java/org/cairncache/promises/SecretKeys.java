package org.cairncache.promises;

import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.cairncache.spi.KeyProvider;

/** Knows one secret key. */
public final class SecretKeys implements KeyProvider {
  @Override
  public Named current() {
    return new Named("k9", new SecretKeySpec(Canary.AES_KEY, "AES"));
  }

  @Override
  public Optional<SecretKey> find(String id) {
    return id.equals("k9") ? Optional.of(current().key()) : Optional.empty();
  }
}
