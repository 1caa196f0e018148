package org.cairncache.testkit.codec;

import java.util.AbstractMap.SimpleEntry;
import java.util.Map;
import org.cairncache.serialization.JavaCodecFactory;

/** Java serialization under the contract of codecs. */
final class JavaCodecContractTest extends CodecContract {
  private static final int NULL = 0x70;

  @Override
  protected CodecUnderTest codec() {
    JavaCodecFactory factory = new JavaCodecFactory();
    return CodecUnderTest.of(factory)
        .with(Samples.texts())
        .with(Samples.numbers())
        .with(Samples.scalars())
        .with(Samples.arrays())
        .with(Samples.primitiveArrays())
        .with(Samples.trees())
        .with(Samples.collections())
        .with(Samples.records())
        .with(Evolution.ofRecord(factory))
        .with(
            Refusal.notAllowed(
                new Sample<>("foreign", Object.class, new OldPerson("Ada", 36)), OldPerson.class))
        .withForeign("nothing", String.class)
        .withForeign("null", String.class, 0xac, 0xed, 0, 5, NULL)
        .withForeign(
            "text of 2 GB",
            String.class,
            0xac,
            0xed,
            0,
            5,
            0x7c,
            0,
            0,
            0,
            0,
            0x7f,
            0xff,
            0xff,
            0xff)
        .with(new EqualKeys<>(Map.Entry.class, entry("a", "a"), twins()));
  }

  private static Map.Entry<String, String> entry(String key, String value) {
    return new SimpleEntry<>(key, value);
  }

  // Equal to the other, but of one object.
  private static Map.Entry<String, String> twins() {
    String one = "a";
    return new SimpleEntry<>(one, one);
  }
}
