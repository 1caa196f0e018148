package org.cairncache.protobuf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.StringValue;
import com.google.protobuf.Timestamp;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.cairncache.spi.AllowList;
import org.cairncache.spi.Codec;
import org.cairncache.spi.CodecContext;
import org.junit.jupiter.api.Test;

final class ProtobufCodecTest {
  // Not of the configured type, but of what the factory is given.
  private final Codec<Message> codec =
      ProtobufCodecFactory.protobuf(StringValue.class)
          .create(
              new CodecContext<>(
                  "c",
                  Message.class,
                  ProtobufCodecTest.class.getClassLoader(),
                  AllowList.of(List.of(), List.of()),
                  1 << 20));

  @Test
  void refusal_anotherClass_namesBothAndTheWayOut() {
    assertThat(codec.refusal(Timestamp.class).orElseThrow())
        .contains(Timestamp.class.getName(), StringValue.class.getName(), "value-type");
    assertThatThrownBy(
            () -> codec.encode(Timestamp.getDefaultInstance(), OutputStream.nullOutputStream()))
        .isInstanceOf(IOException.class);
    assertThat(codec.refusal(String.class)).isPresent();
  }

  @Test
  void refusal_ofItsMessages_isEmpty() throws IOException {
    codec.encode(
        DynamicMessage.getDefaultInstance(StringValue.getDescriptor()),
        OutputStream.nullOutputStream());

    assertThat(codec.refusal(StringValue.class)).isEmpty();
    assertThat(codec.refusal(DynamicMessage.class)).as("may be of any message").isEmpty();
  }
}
