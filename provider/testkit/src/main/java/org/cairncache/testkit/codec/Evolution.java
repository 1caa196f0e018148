package org.cairncache.testkit.codec;

import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.spi.CodecFactory;

/**
 * A type before and after it got a field, each with its codec.
 *
 * @param older what is written by the version without the field, and read by the other
 * @param newer what is written by the version with the field, and read by the other
 * @param isRead whether the versions read each other; otherwise their schemas must differ, so that
 *     each is a miss to the other
 */
public record Evolution(Version<?> older, Version<?> newer, boolean isRead) {

  /**
   * One version of a type.
   *
   * @param value what it writes
   * @param readOfOther what it makes of the value of the other version
   */
  public record Version<T>(Codec<T> codec, T value, T readOfOther) {}

  /** The codec reads records with a component more and with one less. */
  public static Evolution ofRecord(CodecFactory factory) {
    return evolution(factory, true);
  }

  /** The codec has another schema once a record has a component more or less. */
  public static Evolution ofRecordAsMiss(CodecFactory factory) {
    return evolution(factory, false);
  }

  // Each version is a class of its own of the same name, by a class loader of its own.
  private static Evolution evolution(CodecFactory factory, boolean isRead) {
    Class<?> older = ShapeLoader.load(OldPerson.class);
    Class<?> newer = ShapeLoader.load(NewPerson.class);
    return new Evolution(
        version(
            factory,
            older,
            ShapeLoader.make(older, "Ada", 36),
            ShapeLoader.make(older, "Mary", 92)),
        version(
            factory,
            newer,
            ShapeLoader.make(newer, "Mary", 92, "Jedburgh"),
            ShapeLoader.make(newer, "Ada", 36, null)),
        isRead);
  }

  private static <T> Version<T> version(
      CodecFactory factory, Class<T> type, Object value, Object readOfOther) {
    CodecContext<T> context =
        new CodecContext<>(
            "evolving",
            type,
            type.getClassLoader(),
            AllowList.of(List.of(), List.of(type)),
            Contexts.LARGE);
    return new Version<>(factory.create(context), type.cast(value), type.cast(readOfOther));
  }
}
