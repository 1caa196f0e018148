package org.cairncache.testkit.codec;

import org.junit.jupiter.api.Nested;

/**
 * What a store relies on in every codec (the javadoc of {@link org.cairncache.spi.Codec}), as
 * tests. Extend it and say what codec it is; the tests of what the codec does not have are skipped.
 *
 * <pre>{@code
 * class MyCodecTest extends CodecContract {
 *   @Override
 *   protected CodecUnderTest codec() {
 *     return CodecUnderTest.of(new MyCodecFactory())
 *         .with(Samples.texts())
 *         .with(Evolution.ofRecord(new MyCodecFactory()));
 *   }
 * }
 * }</pre>
 *
 * <p>What a sample looks like in bytes is kept in a file beside the test, {@code golden/<name>.txt}
 * for the factory's name, and is read back for ever: a version that does not read what an earlier
 * one wrote fails.
 */
public abstract class CodecContract {

  /** The codec; called once for each test. */
  protected abstract CodecUnderTest codec();

  @Nested
  final class RoundTrips extends RoundTripTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Streams extends StreamTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Damage extends DamageTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Limits extends LimitTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Refusals extends RefusalTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Evolutions extends EvolutionTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Identity extends IdentityTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }

    @Override
    Class<?> besideGoldenBytes() {
      return CodecContract.this.getClass();
    }
  }

  @Nested
  final class Keys extends KeyTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }

  @Nested
  final class Concurrency extends ConcurrencyTests {
    @Override
    CodecUnderTest codec() {
      return CodecContract.this.codec();
    }
  }
}
