package org.cairncache.testkit.sample;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.cairncache.spi.Setting;
import org.cairncache.spi.Store;
import org.cairncache.spi.StoreContext;
import org.cairncache.spi.StoreFactory;
import org.cairncache.spi.StoreTraits;
import org.jspecify.annotations.Nullable;

/** Opens a {@link SampleStore}, or a broken twin of it. Thread-safe. */
public final class SampleStoreFactory implements StoreFactory {
  private static final StoreTraits TRAITS =
      new StoreTraits(false, true, Duration.ZERO, Duration.ZERO, Duration.ZERO);

  private final SampleMedium medium;
  private final @Nullable Fault fault;

  /**
   * A factory of stores on this medium.
   *
   * @param fault what they do wrong; null for stores that are sound
   */
  public SampleStoreFactory(SampleMedium medium, @Nullable Fault fault) {
    this.medium = medium;
    this.fault = fault;
  }

  @Override
  public Set<String> schemes() {
    return Set.of("sample");
  }

  @Override
  public StoreTraits traits() {
    return TRAITS;
  }

  @Override
  public List<Setting<?>> settings() {
    return List.of();
  }

  @Override
  public <K, V> Store<K, V> open(StoreContext<K, V> context) {
    if (fault == null) {
      return new SampleStore<>(medium, context);
    }
    return switch (fault) {
      case LOST_COMPARE_AND_SET -> new LostCompareAndSet<>(medium, context);
      case ABA_TOKEN -> new AbaToken<>(medium, context);
      case STALE_LATEST -> new StaleLatest<>(medium, context);
      case KEY_DROPPED_IN_ITERATION -> new KeyDroppedInIteration<>(medium, context);
      case TOKEN_BROKEN_BY_TOUCH -> new TokenBrokenByTouch<>(medium, context);
      case BLIND_REVALIDATION -> new BlindRevalidation<>(medium, context);
      case SWALLOWED_FAILURE -> new SwallowedFailure<>(medium, context);
    };
  }
}
