package org.cairncache.testkit.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairncache.testkit.codec.TextCodecFactory.Fault;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * The contract fails against each broken codec, in the tests that were written against its fault.
 */
final class BrokenCodecsTest {

  @Test
  void contract_noFault_holds() {
    assertThat(failuresOf(SoundCodec.class)).isEmpty();
  }

  @Test
  void contract_runtimeException_fails() {
    assertFails(
        RuntimeExceptionCodec.class,
        "decode_truncatedAnywhere_isRefused",
        "decode_garbage_failsOnlyAsItMay");
  }

  @Test
  void contract_lengthBelieved_fails() {
    assertFails(
        LengthBelievedCodec.class,
        "decode_hugeLengthsAnywhere_failOnlyAsTheyMay",
        "decode_whatIsNoValue_isRefused");
  }

  @Test
  void contract_limitIgnored_fails() {
    assertFails(LimitIgnoredCodec.class, "decode_oneByteLongerThanAllowed_isRefused");
  }

  @Test
  void contract_streamClosed_fails() {
    assertFails(StreamClosedCodec.class, "encode_stream_staysOpen", "decode_stream_staysOpen");
  }

  @Test
  void contract_restIgnored_fails() {
    assertFails(RestIgnoredCodec.class, "decode_moreThanTheValue_isRefused");
  }

  @Test
  void contract_bufferShared_fails() {
    assertFails(BufferSharedCodec.class, "decode_byManyThreads_isEqual");
  }

  @Test
  void contract_latinOnly_fails() {
    assertFails(LatinOnlyCodec.class, "decode_whatWasEncoded_isEqual");
  }

  @Test
  void contract_schemaDrawn_fails() {
    assertFails(SchemaDrawnCodec.class, "schema_ofOneType_isTheSame");
  }

  @Test
  void contract_keysDiffer_fails() {
    assertFails(KeysDifferCodec.class, "encode_equalKeys_areTheSameBytes");
  }

  @Test
  void contract_partlyRead_fails() {
    assertFails(
        PartlyReadCodec.class,
        "decode_oneByteAtATime_isEqual",
        "decode_truncatedAnywhere_isRefused");
  }

  @Test
  void contract_formatChanged_fails() {
    assertFails(FormatChangedCodec.class, "decode_goldenBytes_isEqual");
  }

  @Test
  void contract_refusalMadeUp_fails() {
    assertFails(RefusalMadeUpCodec.class, "refusal_ofTheClassOfWhatIsEncoded_isEmpty");
  }

  private static void assertFails(Class<? extends CodecContract> contract, String... tests) {
    assertThat(failuresOf(contract)).containsAll(Arrays.asList(tests));
  }

  private static Set<String> failuresOf(Class<? extends CodecContract> contract) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(contract))
            .execute()
            .testEvents();
    assertThat(tests.succeeded().count()).as("the rest works").isGreaterThan(8);
    return tests.failed().stream()
        .map(event -> (MethodSource) event.getTestDescriptor().getSource().orElseThrow())
        .map(MethodSource::getMethodName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The contract of a text codec with one fault. */
  abstract static class Broken extends CodecContract {
    private final Fault fault;

    Broken(Fault fault) {
      this.fault = fault;
    }

    @Override
    @SuppressWarnings("StringCopy") // another object is the point
    protected CodecUnderTest codec() {
      return CodecUnderTest.of(new TextCodecFactory(fault))
          .with(Samples.texts().subList(0, 3))
          .withLarge(Sample.of("large", "a".repeat(3_000_000)))
          .withForeign("text of 2 GB", String.class, 0x7f, 0xff, 0xff, 0xff, 0)
          .with(new EqualKeys<>(String.class, "a", new String("a")));
    }
  }

  static final class SoundCodec extends Broken {
    SoundCodec() {
      super(Fault.NONE);
    }
  }

  static final class RuntimeExceptionCodec extends Broken {
    RuntimeExceptionCodec() {
      super(Fault.RUNTIME_EXCEPTION);
    }
  }

  static final class LengthBelievedCodec extends Broken {
    LengthBelievedCodec() {
      super(Fault.LENGTH_BELIEVED);
    }
  }

  static final class LimitIgnoredCodec extends Broken {
    LimitIgnoredCodec() {
      super(Fault.LIMIT_IGNORED);
    }
  }

  static final class StreamClosedCodec extends Broken {
    StreamClosedCodec() {
      super(Fault.STREAM_CLOSED);
    }
  }

  static final class RestIgnoredCodec extends Broken {
    RestIgnoredCodec() {
      super(Fault.REST_IGNORED);
    }
  }

  static final class BufferSharedCodec extends Broken {
    BufferSharedCodec() {
      super(Fault.BUFFER_SHARED);
    }
  }

  static final class LatinOnlyCodec extends Broken {
    LatinOnlyCodec() {
      super(Fault.LATIN_ONLY);
    }
  }

  static final class SchemaDrawnCodec extends Broken {
    SchemaDrawnCodec() {
      super(Fault.SCHEMA_DRAWN);
    }
  }

  static final class KeysDifferCodec extends Broken {
    KeysDifferCodec() {
      super(Fault.KEYS_DIFFER);
    }
  }

  static final class PartlyReadCodec extends Broken {
    PartlyReadCodec() {
      super(Fault.PARTLY_READ);
    }
  }

  static final class FormatChangedCodec extends Broken {
    FormatChangedCodec() {
      super(Fault.FORMAT_CHANGED);
    }
  }

  static final class RefusalMadeUpCodec extends Broken {
    RefusalMadeUpCodec() {
      super(Fault.REFUSAL_MADE_UP);
    }
  }
}
