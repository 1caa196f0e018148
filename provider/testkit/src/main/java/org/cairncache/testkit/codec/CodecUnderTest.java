package org.cairncache.testkit.codec;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.spi.CodecFactory;
import org.jspecify.annotations.Nullable;

/**
 * All that {@link CodecContract} must know of a codec.
 *
 * @param factory makes it
 * @param samples values that it encodes
 * @param large a value of some 10 MB
 * @param refusals values that it must not take
 * @param foreign bytes that are no value, by the type of the cache that reads them: a length of 2
 *     GB, nothing, null, a nest without end
 * @param keys equal keys, if it may serve as key-codec
 * @param evolution a type that changes
 * @param isSelfDelimiting whether the content says where it ends, so that less of it and more of it
 *     are seen; it is not in JSON, where {@code 1} is the beginning of {@code 12}
 */
public record CodecUnderTest(
    CodecFactory factory,
    List<Sample<?>> samples,
    Sample<?> large,
    List<Refusal> refusals,
    List<Foreign> foreign,
    List<EqualKeys<?>> keys,
    @Nullable Evolution evolution,
    boolean isSelfDelimiting) {

  /** Bytes that are no value of a type. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  public record Foreign(String name, Class<?> type, byte[] bytes) {}

  public CodecUnderTest {
    samples = List.copyOf(samples);
    refusals = List.copyOf(refusals);
    foreign = List.copyOf(foreign);
    keys = List.copyOf(keys);
  }

  /** A codec whose content says where it ends, with a large text and no sample yet. */
  public static CodecUnderTest of(CodecFactory factory) {
    return new CodecUnderTest(
        factory, List.of(), Samples.large(), List.of(), List.of(), List.of(), null, true);
  }

  /** The same with more samples. */
  public CodecUnderTest with(List<? extends Sample<?>> more) {
    return new CodecUnderTest(
        factory, plus(samples, more), large, refusals, foreign, keys, evolution, isSelfDelimiting);
  }

  /** The same with another large value. */
  public CodecUnderTest withLarge(Sample<?> other) {
    return new CodecUnderTest(
        factory, samples, other, refusals, foreign, keys, evolution, isSelfDelimiting);
  }

  /** The same with one more value that must not be taken. */
  public CodecUnderTest with(Refusal refusal) {
    return new CodecUnderTest(
        factory,
        samples,
        large,
        plus(refusals, List.of(refusal)),
        foreign,
        keys,
        evolution,
        isSelfDelimiting);
  }

  /** The same with one more content that is no value. */
  public CodecUnderTest withForeign(String name, Class<?> type, int... bytes) {
    byte[] content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return new CodecUnderTest(
        factory,
        samples,
        large,
        refusals,
        plus(foreign, List.of(new Foreign(name, type, content))),
        keys,
        evolution,
        isSelfDelimiting);
  }

  /** The same with two more keys that are equal. */
  public CodecUnderTest with(EqualKeys<?> pair) {
    return new CodecUnderTest(
        factory,
        samples,
        large,
        refusals,
        foreign,
        plus(keys, List.of(pair)),
        evolution,
        isSelfDelimiting);
  }

  /** The same with a type that changes. */
  public CodecUnderTest with(Evolution changing) {
    return new CodecUnderTest(
        factory, samples, large, refusals, foreign, keys, changing, isSelfDelimiting);
  }

  /** The same, of a codec whose content does not say where it ends. */
  public CodecUnderTest notSelfDelimiting() {
    return new CodecUnderTest(factory, samples, large, refusals, foreign, keys, evolution, false);
  }

  private static <E> List<E> plus(List<? extends E> some, List<? extends E> more) {
    List<E> all = new ArrayList<>(some);
    all.addAll(more);
    return all;
  }
}
