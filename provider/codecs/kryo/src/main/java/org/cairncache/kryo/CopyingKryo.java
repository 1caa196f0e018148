package org.cairncache.kryo;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.serializers.DefaultSerializers;
import com.esotericsoftware.kryo.serializers.FieldSerializer;
import com.esotericsoftware.kryo.util.DefaultInstantiatorStrategy;
import java.io.Externalizable;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.objenesis.strategy.StdInstantiatorStrategy;

/**
 * A Kryo that copies what it is known to copy well, and the rest by serialization. Not thread-safe,
 * as every Kryo.
 */
final class CopyingKryo extends Kryo {
  private static final Set<String> HOOKS =
      Set.of("writeObject", "readObject", "writeReplace", "readResolve", "readObjectNoData");

  private static final Set<Class<?>> ALSO_KNOWN =
      Set.of(
          String.class,
          Boolean.class,
          Byte.class,
          Character.class,
          Short.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          StringBuffer.class,
          AtomicBoolean.class,
          AtomicInteger.class,
          AtomicLong.class);

  CopyingKryo() {
    setRegistrationRequired(false);
    setInstantiatorStrategy(new DefaultInstantiatorStrategy(new StdInstantiatorStrategy()));
    addDefaultSerializer(UUID.class, DefaultSerializers.UUIDSerializer.class);
    addDefaultSerializer(URI.class, DefaultSerializers.URISerializer.class);
    addDefaultSerializer(AtomicBoolean.class, DefaultSerializers.AtomicBooleanSerializer.class);
    addDefaultSerializer(AtomicInteger.class, DefaultSerializers.AtomicIntegerSerializer.class);
    addDefaultSerializer(AtomicLong.class, DefaultSerializers.AtomicLongSerializer.class);
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"}) // so does Kryo declare it
  public Serializer getDefaultSerializer(Class type) {
    if (type.isArray() || type.isPrimitive() || Enum.class.isAssignableFrom(type)) {
      return super.getDefaultSerializer(type);
    }
    if (type.isRecord()) {
      return new RecordCopies(type);
    }
    if (ImmutableCopies.suits(type)) {
      return new ImmutableCopies();
    }
    if (JdkClasses.contains(type) || ALSO_KNOWN.contains(type)) {
      return super.getDefaultSerializer(type);
    }
    return isPlain(type) ? fields(type) : new SerializedCopies(type);
  }

  private FieldSerializer<?> fields(Class<?> type) {
    FieldSerializer<?> fields = new FieldSerializer<>(this, type);
    fields.getFieldSerializerConfig().setCopyTransient(false);
    fields.updateFields();
    return fields;
  }

  // Nothing but its fields makes an object of such a class, down to java.lang.Object.
  private static boolean isPlain(Class<?> type) {
    for (Class<?> each = type; each != Object.class; each = each.getSuperclass()) {
      if (JdkClasses.isOfTheJdk(each) || hooks(each).findAny().isPresent()) {
        return false;
      }
    }
    return !type.isHidden()
        && !Proxy.isProxyClass(type)
        && !Externalizable.class.isAssignableFrom(type);
  }

  private static Stream<String> hooks(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods()).map(Method::getName).filter(HOOKS::contains);
  }
}
