package org.cairncache.testkit;

import org.cairncache.testkit.corners.ClientCorners;
import org.cairncache.testkit.corners.ConfigurationCorners;
import org.cairncache.testkit.corners.EntryProcessorCorners;
import org.cairncache.testkit.corners.EventOrderCorners;
import org.cairncache.testkit.corners.ExpiredEventCorners;
import org.cairncache.testkit.corners.ExpiryCorners;
import org.cairncache.testkit.corners.IteratorCorners;
import org.cairncache.testkit.corners.LifeCycleCorners;
import org.cairncache.testkit.corners.ListenerCorners;
import org.cairncache.testkit.corners.LoadingCorners;
import org.cairncache.testkit.corners.ProcessorFailureCorners;
import org.cairncache.testkit.corners.StatisticsCorners;
import org.cairncache.testkit.corners.WriteThroughCorners;
import org.junit.jupiter.api.Nested;

/** The memory store keeps every promise of the corner suite. */
final class MemoryCornersTest {

  @Nested
  final class EntryProcessor extends EntryProcessorCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class ProcessorFailure extends ProcessorFailureCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Expiry extends ExpiryCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class ExpiredEvent extends ExpiredEventCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Loading extends LoadingCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class WriteThrough extends WriteThroughCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Listener extends ListenerCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class EventOrder extends EventOrderCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Iterator extends IteratorCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Configuration extends ConfigurationCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class LifeCycle extends LifeCycleCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Statistics extends StatisticsCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }

  @Nested
  final class Client extends ClientCorners {
    @Override
    protected CacheEnvironment environment() {
      return new MemoryEnvironment();
    }
  }
}
