package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.serializers.CollectionSerializer;
import com.esotericsoftware.kryo.serializers.DefaultArraySerializers.BooleanArraySerializer;
import com.esotericsoftware.kryo.serializers.DefaultArraySerializers.ObjectArraySerializer;
import com.esotericsoftware.kryo.serializers.DefaultArraySerializers.StringArraySerializer;
import com.esotericsoftware.kryo.serializers.MapSerializer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Kryo's serializers, but for that they allocate nothing on the word of a length. */
@SuppressWarnings("rawtypes") // Kryo declares them so
final class BoundedSerializers {
  private BoundedSerializers() {}

  static void addTo(Kryo kryo) {
    kryo.addDefaultSerializer(HashMap.class, Maps.class);
    kryo.addDefaultSerializer(HashSet.class, Sets.class);
    kryo.addDefaultSerializer(
        Object[].class,
        new com.esotericsoftware.kryo.SerializerFactory.BaseSerializerFactory<
            ObjectArraySerializer>() {
          @Override
          public ObjectArraySerializer newSerializer(Kryo owner, Class type) {
            return new Arrays(owner, type);
          }
        });
    kryo.addDefaultSerializer(String[].class, Texts.class);
    kryo.addDefaultSerializer(boolean[].class, Flags.class);
  }

  /** Grows as entries come. */
  public static final class Maps extends MapSerializer<Map<?, ?>> {
    @Override
    protected Map<?, ?> create(Kryo kryo, Input input, Class<? extends Map<?, ?>> type, int size) {
      return kryo.newInstance(type);
    }
  }

  /** Grows as elements come. */
  public static final class Sets extends CollectionSerializer<Set<?>> {
    @Override
    protected Set<?> create(Kryo kryo, Input input, Class<? extends Set<?>> type, int size) {
      return kryo.newInstance(type);
    }
  }

  /** Knows how many elements there can be. */
  static final class Arrays extends ObjectArraySerializer {
    Arrays(Kryo kryo, Class<?> type) {
      super(kryo, type);
    }

    @Override
    public Object[] read(Kryo kryo, Input input, Class type) {
      ((BoundedInput) input).claimArray();
      return super.read(kryo, input, type);
    }
  }

  /** Knows how many texts there can be. */
  public static final class Texts extends StringArraySerializer {
    @Override
    public String[] read(Kryo kryo, Input input, Class type) {
      ((BoundedInput) input).claimArray();
      return super.read(kryo, input, type);
    }
  }

  /** Knows how many flags there can be. */
  public static final class Flags extends BooleanArraySerializer {
    @Override
    public boolean[] read(Kryo kryo, Input input, Class type) {
      ((BoundedInput) input).claimArray();
      return super.read(kryo, input, type);
    }
  }
}
