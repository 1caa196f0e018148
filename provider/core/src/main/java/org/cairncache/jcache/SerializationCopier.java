package org.cairncache.jcache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.Optional;
import javax.cache.CacheException;
import org.cairncache.spi.Copier;
import org.jspecify.annotations.Nullable;

/**
 * Copies by Java serialization. Needs no allow-list: the bytes never leave this method.
 * Thread-safe.
 */
final class SerializationCopier implements Copier {
  @Override
  public <T> T copy(T original, ClassLoader loader) {
    Class<?> type = original.getClass();
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(original);
      }
      try (ObjectInputStream in = new Input(bytes.toByteArray(), loader, type.getClassLoader())) {
        @SuppressWarnings("unchecked") // what is read is what was written
        T copy = (T) in.readObject();
        return copy;
      }
    } catch (IOException | ClassNotFoundException failure) {
      throw new CacheException(problem(type), failure);
    }
  }

  /** Why no value of exactly this class can be copied; empty if some may be. */
  static Optional<String> refusal(Class<?> type) {
    return Serializable.class.isAssignableFrom(type)
        ? Optional.empty()
        : Optional.of(problem(type));
  }

  private static String problem(Class<?> type) {
    return "Cannot copy a "
        + type.getName()
        + " for store-by-value: make it Serializable, give the cache a Copier, or store by"
        + " reference";
  }

  private static final class Input extends ObjectInputStream {
    private final ClassLoader loader;
    private final @Nullable ClassLoader fallback;

    Input(byte[] bytes, ClassLoader loader, @Nullable ClassLoader fallback) throws IOException {
      super(asStream(bytes));
      this.loader = loader;
      this.fallback = fallback;
    }

    private static InputStream asStream(byte[] bytes) {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      try {
        return find(description.getName());
      } catch (ClassNotFoundException notThereEither) {
        return super.resolveClass(description); // primitive types
      }
    }

    @Override
    @SuppressWarnings("deprecation") // the class of a proxy is what is asked for
    protected Class<?> resolveProxyClass(String[] interfaces)
        throws IOException, ClassNotFoundException {
      for (ClassLoader where : new @Nullable ClassLoader[] {loader, fallback}) {
        try {
          return Proxy.getProxyClass(where, types(interfaces, where));
        } catch (ClassNotFoundException | IllegalArgumentException notThere) {
          // one loader must see all of them: the next one may
        }
      }
      return super.resolveProxyClass(interfaces);
    }

    private static Class<?>[] types(String[] names, @Nullable ClassLoader where)
        throws ClassNotFoundException {
      Class<?>[] types = new Class<?>[names.length];
      for (int i = 0; i < types.length; i++) {
        types[i] = Class.forName(names[i], false, where);
      }
      return types;
    }

    private Class<?> find(String name) throws ClassNotFoundException {
      try {
        return Class.forName(name, false, loader);
      } catch (ClassNotFoundException notThere) {
        return Class.forName(name, false, fallback);
      }
    }
  }
}
