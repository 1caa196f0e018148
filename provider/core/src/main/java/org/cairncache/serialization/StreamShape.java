package org.cairncache.serialization;

import static java.io.ObjectStreamConstants.*;

import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a stream of Java serialization without making anything of it, and so knows before the first
 * class is loaded that it is whole, how long it is, and how large its graph ({@link GraphSize}).
 * The grammar is chapter 6 of the Java Object Serialization Specification, of which a codec's
 * stream holds one object, no proxies, no descriptors as objects, no resets and no exceptions. For
 * one thread.
 */
final class StreamShape {
  private static final int FIRST_HANDLE = baseWireHandle;

  private final StreamBytes in;
  private final GraphSize size;
  private final Map<Integer, ClassShape> classes = new HashMap<>();

  private StreamShape(InputStream in, int maximumBytes) {
    this.in = new StreamBytes(in, maximumBytes);
    this.size = new GraphSize(maximumBytes);
  }

  /**
   * The length of the value that the stream begins with, in bytes; reads more than that.
   *
   * @throws IOException if it is not whole, not of the grammar, or larger than the limits allow
   */
  static long check(InputStream in, int maximumBytes) throws IOException {
    StreamShape shape = new StreamShape(in, maximumBytes);
    if (shape.in.twoBytes() != (STREAM_MAGIC & 0xffff) || shape.in.twoBytes() != STREAM_VERSION) {
      throw new StreamCorruptedException("Not a stream of Java serialization");
    }
    shape.object(shape.tag(), 1);
    return shape.in.count();
  }

  /** Reads what may stand for an object, and tells how large it is as a tree. */
  private long object(byte tag, int depth) throws IOException {
    GraphSize.checkDepth(depth);
    return switch (tag) {
      case TC_NULL -> size.leaf();
      case TC_REFERENCE -> size.reference(handle());
      case TC_STRING -> text(in.twoBytes());
      case TC_LONGSTRING -> text(in.eightBytes());
      case TC_OBJECT -> ordinary(depth);
      case TC_ARRAY -> array(depth);
      case TC_ENUM -> constant(depth);
      case TC_CLASS -> {
        description(depth);
        yield size.end(size.begin(false), 1);
      }
      default -> throw unexpected(tag);
    };
  }

  private long text(long bytes) throws IOException {
    int handle = size.begin(false);
    in.skip(bytes);
    return size.end(handle, 1);
  }

  private long constant(int depth) throws IOException {
    description(depth);
    int handle = size.begin(false);
    object(tag(), depth + 1);
    return size.end(handle, 1);
  }

  private long array(int depth) throws IOException {
    ClassShape type = present(description(depth));
    int handle = size.begin(true);
    int length = in.fourBytes();
    if (length < 0 || type.name().length() < 2) {
      throw new StreamCorruptedException("The stream holds an array of " + length);
    }
    int bytes = ClassShape.bytes(type.name().charAt(1));
    if (bytes > 0 && type.name().length() > 2) {
      throw new StreamCorruptedException("The stream holds an array of no type");
    }
    if (bytes > 0) {
      in.skip((long) length * bytes);
      return size.end(handle, 1);
    }
    long tree = 1;
    for (int i = 0; i < length; i++) {
      tree = size.sum(tree, object(tag(), depth + 1));
    }
    return size.end(handle, tree);
  }

  private long ordinary(int depth) throws IOException {
    ClassShape type = present(description(depth));
    int handle = size.begin(type.isContainer());
    long tree = 1;
    for (ClassShape part : type.fromTheTop()) {
      if (part.hasFields()) {
        tree = size.sum(tree, fields(part, depth));
      }
      if (part.hasContents()) {
        tree = size.sum(tree, contents(depth));
      }
    }
    return size.end(handle, tree);
  }

  private long fields(ClassShape type, int depth) throws IOException {
    long tree = 0;
    for (int i = 0; i < type.fields().length(); i++) {
      int bytes = ClassShape.bytes(type.fields().charAt(i));
      if (bytes > 0) {
        in.skip(bytes);
      } else {
        tree = size.sum(tree, object(tag(), depth + 1));
      }
    }
    return tree;
  }

  /** What a class writes itself: objects and blocks of bytes, up to a mark. */
  private long contents(int depth) throws IOException {
    long tree = 0;
    for (byte tag = tag(); tag != TC_ENDBLOCKDATA; tag = tag()) {
      switch (tag) {
        case TC_BLOCKDATA -> in.skip(in.oneByte());
        case TC_BLOCKDATALONG -> in.skip(in.fourBytes());
        default -> tree = size.sum(tree, object(tag, depth + 1));
      }
    }
    return tree;
  }

  private @Nullable ClassShape description(int depth) throws IOException {
    GraphSize.checkDepth(depth);
    byte tag = tag();
    return switch (tag) {
      case TC_NULL -> null;
      case TC_REFERENCE -> present(classes.get(handle()));
      case TC_CLASSDESC -> newDescription(depth);
      case TC_PROXYCLASSDESC -> throw new StreamCorruptedException("A proxy is not allowed");
      default -> throw unexpected(tag);
    };
  }

  private ClassShape newDescription(int depth) throws IOException {
    String name = in.text();
    in.skip(Long.BYTES); // its serialVersionUID
    int handle = size.begin(false);
    int flags = in.oneByte();
    String fields = fieldTypes();
    if (tag() != TC_ENDBLOCKDATA) {
      throw new StreamCorruptedException("The stream annotates the class " + name);
    }
    ClassShape type = new ClassShape(name, flags, fields, description(depth + 1));
    size.end(handle, 1);
    classes.put(handle, type);
    return type;
  }

  private String fieldTypes() throws IOException {
    int count = in.twoBytes();
    StringBuilder types = new StringBuilder();
    for (int i = 0; i < count; i++) {
      char type = (char) in.oneByte();
      in.skip(in.twoBytes()); // its name
      if (type == 'L' || type == '[') {
        object(tag(), GraphSize.MAXIMUM_DEPTH);
      } else if (ClassShape.bytes(type) == 0) {
        throw new StreamCorruptedException("The stream holds a field of type " + (int) type);
      }
      types.append(type);
    }
    return types.toString();
  }

  private int handle() throws IOException {
    return in.fourBytes() - FIRST_HANDLE;
  }

  private byte tag() throws IOException {
    return (byte) in.oneByte();
  }

  private static ClassShape present(@Nullable ClassShape type) throws IOException {
    if (type == null) {
      throw new StreamCorruptedException("The stream holds an object without its class");
    }
    return type;
  }

  private static StreamCorruptedException unexpected(byte tag) {
    return new StreamCorruptedException("The stream holds an unexpected tag, " + tag);
  }
}
