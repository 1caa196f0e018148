package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Copies by Java serialization what is not to be copied by its fields. */
final class SerializedCopies extends Serializer<Object> {
  private final @Nullable ClassLoader own;

  SerializedCopies(Class<?> type) {
    if (!Serializable.class.isAssignableFrom(type)) {
      throw new KryoException(
          "a "
              + type.getName()
              + " cannot be copied by its fields and is not Serializable: keep it out of the value,"
              + " give the cache a Copier of your own, or store by reference");
    }
    this.own = type.getClassLoader();
  }

  @Override
  public Object copy(Kryo kryo, Object original) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
      out.flush();
      InputStream written = new ByteArrayInputStream(bytes.toByteArray());
      try (ObjectInputStream in = new Reader(written, kryo.getClassLoader())) {
        return in.readObject();
      }
    } catch (IOException | ClassNotFoundException failure) {
      throw new KryoException(
          "a " + original.getClass().getName() + " is not Serializable", failure);
    }
  }

  private final class Reader extends ObjectInputStream {
    private final ClassLoader loader;

    Reader(InputStream in, ClassLoader loader) throws IOException {
      super(in);
      this.loader = loader;
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description)
        throws IOException, ClassNotFoundException {
      for (ClassLoader where : new @Nullable ClassLoader[] {own, loader}) {
        try {
          return Class.forName(description.getName(), false, where);
        } catch (ClassNotFoundException notThere) {
          // the next one may have it
        }
      }
      return super.resolveClass(description);
    }
  }

  @Override
  public void write(Kryo kryo, Output output, Object object) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Object read(Kryo kryo, Input input, Class<? extends Object> type) {
    throw new UnsupportedOperationException();
  }
}
