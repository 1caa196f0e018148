package org.cairncache.protobuf;

import com.google.protobuf.Any;
import com.google.protobuf.ByteString;
import com.google.protobuf.BytesValue;
import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.ListValue;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.Value;
import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.cairncache.testkit.codec.CodecContract;
import org.cairncache.testkit.codec.CodecUnderTest;
import org.cairncache.testkit.codec.EqualKeys;
import org.cairncache.testkit.codec.Evolution;
import org.cairncache.testkit.codec.OldPerson;
import org.cairncache.testkit.codec.Refusal;
import org.cairncache.testkit.codec.Sample;

/** Protocol Buffers under the contract of codecs, by messages that come with the library. */
final class ProtobufCodecContractTest extends CodecContract {
  private static final int LARGE_BYTES = 10_000_000;
  private static final String UNICODE = "Zürich, 日本, 😀, \u0000";

  @Override
  protected CodecUnderTest codec() {
    int[] nest = new int[4000];
    for (int i = 0; i < nest.length; i += 4) {
      // Value.list_value, ListValue.values, each as long as it likes
      nest[i] = 0x32;
      nest[i + 1] = 0x7f;
      nest[i + 2] = 0x0a;
      nest[i + 3] = 0x7f;
    }
    return CodecUnderTest.of(new ProtobufCodecFactory())
        .notSelfDelimiting()
        .withLarge(
            Sample.of(
                "large",
                BytesValue.newBuilder()
                    .setValue(ByteString.copyFrom(new byte[LARGE_BYTES]))
                    .build()))
        .with(
            List.of(
                Sample.of("text", StringValue.of(UNICODE)),
                Sample.of("struct", struct("a", "b")),
                Sample.of(
                    "time",
                    Timestamp.newBuilder().setSeconds(Long.MIN_VALUE).setNanos(999).build()),
                Sample.of("any", Any.pack(StringValue.of("a")))))
        .with(
            Refusal.unsuitable(
                Sample.of("record", new OldPerson("a", 1)), OldPerson.class, "value-type"))
        .with(
            Refusal.unsuitable(
                new Sample<>("any-object", Object.class, "a"), Object.class, "value-type"))
        .with(
            Refusal.unsuitable(
                new Sample<>("interface", Message.class, StringValue.of("a")),
                Message.class,
                "value-type"))
        .withForeign("bytes of 2 GB", BytesValue.class, 0x0a, 0xff, 0xff, 0xff, 0xff, 0x07)
        .withForeign("nest", Value.class, nest)
        .withForeign("not UTF-8", StringValue.class, 0x0a, 1, 0xff)
        .with(new EqualKeys<>(Struct.class, struct("a", "b"), struct("b", "a")))
        .with(evolution());
  }

  private static Evolution evolution() {
    Descriptor older = person("name");
    Descriptor newer = person("name", "town");
    Message ada = message(older, "Ada");
    Message mary = message(newer, "Mary", "Jedburgh");
    // what the older version does not know is kept, and written again
    Message maryOfOld =
        message(older, "Mary").toBuilder().setUnknownFields(townOf("Jedburgh")).build();
    return new Evolution(
        new Evolution.Version<>(codecOf(older), ada, maryOfOld),
        new Evolution.Version<>(codecOf(newer), mary, message(newer, "Ada")),
        true);
  }

  private static UnknownFieldSet townOf(String town) {
    UnknownFieldSet.Field field =
        UnknownFieldSet.Field.newBuilder()
            .addLengthDelimited(ByteString.copyFromUtf8(town))
            .build();
    return UnknownFieldSet.newBuilder().addField(2, field).build();
  }

  private static Descriptor person(String... fields) {
    DescriptorProto.Builder type = DescriptorProto.newBuilder().setName("Person");
    for (int i = 0; i < fields.length; i++) {
      type.addFieldBuilder()
          .setName(fields[i])
          .setNumber(i + 1)
          .setType(FieldDescriptorProto.Type.TYPE_STRING)
          .setLabel(FieldDescriptorProto.Label.LABEL_OPTIONAL);
    }
    FileDescriptorProto file =
        FileDescriptorProto.newBuilder()
            .setName("person.proto")
            .setSyntax("proto3")
            .addMessageType(type)
            .build();
    try {
      return FileDescriptor.buildFrom(file, new FileDescriptor[0]).findMessageTypeByName("Person");
    } catch (DescriptorValidationException wrong) {
      throw new AssertionError(wrong);
    }
  }

  private static Message message(Descriptor type, String... values) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    for (int i = 0; i < values.length; i++) {
      message.setField(type.findFieldByNumber(i + 1), values[i]);
    }
    return message.build();
  }

  private static Codec<Message> codecOf(Descriptor type) {
    AllowList allowList = AllowList.of(List.of(), List.of(Message.class));
    ClassLoader loader = Message.class.getClassLoader();
    return new ProtobufCodec(
        new CodecContext<>("evolving", Message.class, loader, allowList, LARGE_BYTES),
        DynamicMessage.getDefaultInstance(type));
  }

  // Equal whatever the order in which its fields were put.
  private static Struct struct(String... names) {
    Struct.Builder fields = Struct.newBuilder();
    for (String name : names) {
      fields.putFields(
          name,
          Value.newBuilder()
              .setListValue(
                  ListValue.newBuilder()
                      .addValues(Value.newBuilder().setNumberValue(0.1))
                      .addValues(Value.newBuilder().setNullValueValue(0)))
              .build());
    }
    return fields.build();
  }
}
