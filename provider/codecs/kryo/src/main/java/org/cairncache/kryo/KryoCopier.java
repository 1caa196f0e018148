package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import javax.cache.CacheException;
import org.cairncache.spi.Copier;

/**
 * Copies values for store-by-value field by field, several times as fast as Java serialization, and
 * they need not be serializable. A {@code copier} in a configuration. Thread-safe.
 *
 * <p>Nothing has to be registered, as no bytes are read. Cycles and objects that are in a value
 * twice stay so. Transient fields are left empty, as by serialization. A class that says how it is
 * serialized ({@code writeObject}, {@code writeReplace} and so on), that extends a collection of
 * the JDK, or that is the JDK's own and unknown to Kryo, is copied by Java serialization.
 */
public final class KryoCopier implements Copier {
  private final Spares spares = new Spares(CopyingKryo::new);

  @Override
  public <T> T copy(T original, ClassLoader loader) {
    Kryo kryo = spares.take();
    kryo.setClassLoader(loader);
    T copy;
    try {
      copy = kryo.copy(original);
    } catch (RuntimeException | StackOverflowError failure) {
      throw new CacheException(
          "Cannot copy a "
              + original.getClass().getName()
              + " for store-by-value: "
              + failure.getMessage(),
          failure);
    }
    spares.giveBack(kryo);
    return copy;
  }
}
