package org.cairncache.msgpack;

import java.util.List;
import java.util.Map;
import org.cairncache.testkit.codec.CodecContract;
import org.cairncache.testkit.codec.CodecUnderTest;
import org.cairncache.testkit.codec.EqualKeys;
import org.cairncache.testkit.codec.Evolution;
import org.cairncache.testkit.codec.OldPerson;
import org.cairncache.testkit.codec.Order;
import org.cairncache.testkit.codec.Refusal;
import org.cairncache.testkit.codec.Sample;
import org.cairncache.testkit.codec.Samples;

/** MessagePack under the contract of codecs. */
final class MsgpackCodecContractTest extends CodecContract {

  @Override
  protected CodecUnderTest codec() {
    MsgpackCodecFactory factory = new MsgpackCodecFactory();
    int[] nest = new int[100_000];
    java.util.Arrays.fill(nest, 0x91);
    return CodecUnderTest.of(factory)
        .with(Samples.texts())
        .with(Samples.numbers())
        .with(Samples.scalars())
        .with(List.of(Sample.of("bytes", new byte[] {0, -1, 127}), Sample.of("letter", 'ß')))
        .with(Samples.trees())
        .with(Samples.records())
        .with(Evolution.ofRecord(factory))
        .with(
            Refusal.unsuitable(
                new Sample<>("object", Object.class, "a"), Object.class, "value-type"))
        .with(
            Refusal.unsuitable(
                Sample.of("bean", new StringBuilder()), StringBuilder.class, "codec to"))
        .with(
            Refusal.unsuitable(
                new Sample<>("int-in-tree", Map.class, Map.of("k", 1)), Integer.class, "Long"))
        .withForeign("nothing", String.class)
        .withForeign("nil", String.class, 0xc0)
        .withForeign("text of 2 GB", String.class, 0xdb, 0x7f, 0xff, 0xff, 0xff)
        .withForeign("bytes of 2 GB", byte[].class, 0xc6, 0x7f, 0xff, 0xff, 0xff)
        .withForeign("list of 4 G", List.class, 0xdd, 0xff, 0xff, 0xff, 0xff)
        .withForeign("map of 2 G", Map.class, 0xdf, 0x7f, 0xff, 0xff, 0xff)
        .withForeign("map for a record", Order.class, 0xdf, 0x7f, 0xff, 0xff, 0xff)
        .withForeign("nest", List.class, nest)
        .withForeign("half a surrogate", String.class, 0xa3, 0xed, 0xa0, 0x80)
        .with(new EqualKeys<>(OldPerson.class, new OldPerson("a", 1), new OldPerson("a", 1)));
  }
}
