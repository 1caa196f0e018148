package org.cairncache.testkit.corners;

import org.cairncache.testkit.CacheEnvironment;
import org.junit.jupiter.api.Nested;

/**
 * Every promise of {@code javax.cache} that its TCK does not test and that one or another provider
 * breaks. Extend it and say where the caches live.
 */
public abstract class CornerSuite {

  /** A new, empty environment over the store under test; the test closes it. */
  protected abstract CacheEnvironment environment();

  @Nested
  final class EntryProcessor extends EntryProcessorCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class ProcessorFailure extends ProcessorFailureCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Expiry extends ExpiryCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class ExpiredEvent extends ExpiredEventCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Loading extends LoadingCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class WriteThrough extends WriteThroughCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Listener extends ListenerCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class EventOrder extends EventOrderCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Iterator extends IteratorCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Configuration extends ConfigurationCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class LifeCycle extends LifeCycleCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Statistics extends StatisticsCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }

  @Nested
  final class Client extends ClientCorners {
    @Override
    protected CacheEnvironment environment() {
      return CornerSuite.this.environment();
    }
  }
}
