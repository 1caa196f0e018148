package org.cairncache.jackson;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.cairncache.testkit.codec.CodecContract;
import org.cairncache.testkit.codec.CodecUnderTest;
import org.cairncache.testkit.codec.EqualKeys;
import org.cairncache.testkit.codec.Evolution;
import org.cairncache.testkit.codec.OldPerson;
import org.cairncache.testkit.codec.Order;
import org.cairncache.testkit.codec.Refusal;
import org.cairncache.testkit.codec.Sample;
import org.cairncache.testkit.codec.Samples;

/** JSON under the contract of codecs. */
final class JacksonCodecContractTest extends CodecContract {

  @Override
  protected CodecUnderTest codec() {
    JacksonCodecFactory factory = new JacksonCodecFactory();
    String nest = "{\"first\":".repeat(100_000);
    return CodecUnderTest.of(factory)
        .notSelfDelimiting()
        .with(Samples.texts())
        .with(Samples.numbers())
        .with(Samples.scalars())
        .with(Samples.arrays())
        .with(Samples.primitiveArrays())
        .with(Samples.trees())
        .with(Samples.records())
        .with(Evolution.ofRecord(factory))
        .with(
            Refusal.unsuitable(
                new Sample<>("object", Object.class, "a"), Object.class, "value-type"))
        .withForeign("nothing", String.class)
        .withForeign("null", String.class, "null".chars().toArray())
        .withForeign("nest", Order.class, nest.chars().toArray())
        .withForeign("lists", java.util.List.class, "[".repeat(100_000).chars().toArray())
        .withForeign("number", java.math.BigInteger.class, "1e1000000000".chars().toArray())
        .withForeign(
            "gadget",
            Polymorphic.class,
            "{\"@class\":\"javax.management.loading.MLet\"}".chars().toArray())
        .with(new EqualKeys<>(OldPerson.class, new OldPerson("a", 1), new OldPerson("a", 1)));
  }

  /** What names its subtypes in the content. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
  interface Polymorphic {}
}
