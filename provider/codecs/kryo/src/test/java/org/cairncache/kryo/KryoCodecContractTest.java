package org.cairncache.kryo;

import java.util.List;
import org.cairncache.testkit.codec.CodecContract;
import org.cairncache.testkit.codec.CodecUnderTest;
import org.cairncache.testkit.codec.EqualKeys;
import org.cairncache.testkit.codec.Evolution;
import org.cairncache.testkit.codec.OldPerson;
import org.cairncache.testkit.codec.Refusal;
import org.cairncache.testkit.codec.Sample;
import org.cairncache.testkit.codec.Samples;

/** Kryo under the contract of codecs. */
final class KryoCodecContractTest extends CodecContract {

  @Override
  protected CodecUnderTest codec() {
    KryoCodecFactory factory = new KryoCodecFactory();
    String one = "a";
    return CodecUnderTest.of(factory)
        .with(Samples.texts())
        .with(Samples.numbers())
        .with(Samples.scalars())
        .with(Samples.arrays())
        .with(Samples.primitiveArrays())
        .with(Samples.trees())
        .with(Samples.collections())
        .with(Samples.records())
        .with(Evolution.ofRecordAsMiss(factory))
        .with(
            Refusal.notAllowed(
                Sample.of("holder", new Holder(new OldPerson("Ada", 36))), OldPerson.class))
        .with(
            Refusal.unsuitable(
                new Sample<>("stranger", Object.class, new OldPerson("Ada", 36)),
                OldPerson.class,
                "extend KryoCodecFactory"))
        .withForeign("nothing", String.class)
        .withForeign("null", Object.class, 0)
        .withForeign("text of 2 GB", String.class, 3, 0xff, 0xff, 0xff, 0xff, 0x0f)
        .with(new EqualKeys<>(Pair.class, new Pair(one, one), new Pair("a", new String("a"))))
        .with(new EqualKeys<>(List.class, List.of(one, one), List.of("a", new String("a"))));
  }

  /** Has a part of another package. */
  record Holder(OldPerson person) {}

  /** Has two parts that may be one object. */
  record Pair(String one, String other) {}
}
