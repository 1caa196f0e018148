package org.cairncache.testkit.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairncache.testkit.sample.SampleStoreTest.sample;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cairncache.testkit.contract.StoreContract;
import org.cairncache.testkit.contract.StoreUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/**
 * The contract fails against each broken store, in the tests that were written against its fault.
 */
final class BrokenStoresTest {

  @Test
  void contract_lostCompareAndSet_fails() {
    assertThat(failuresOf(LostCompareAndSetStore.class))
        .contains("Concurrency.replace_incrementsByManyThreads_loseNothing");
  }

  @Test
  void contract_abaToken_fails() {
    assertThat(failuresOf(AbaTokenStore.class))
        .contains(
            "Conflicts.replace_sameValueWrittenAgain_conflicts",
            "Tokens.isSameEntry_sameValueWrittenAgain_isNot",
            "Tokens.restore_staleEntry_conflicts");
  }

  @Test
  void contract_staleLatest_fails() {
    assertThat(failuresOf(StaleLatestStore.class)).contains("Sharing.write_byOne_isSeenByTheOther");
  }

  @Test
  void contract_keyDroppedInIteration_fails() {
    assertThat(failuresOf(KeyDroppedInIterationStore.class))
        .contains("Iteration.keys_removedWhileIterating_comeOnceEach");
  }

  @Test
  void contract_tokenBrokenByTouch_fails() {
    assertThat(failuresOf(TokenBrokenByTouchStore.class))
        .contains(
            "Touches.touch_tokensHandedOutBefore_stayGood",
            "Tokens.isSameEntry_afterATouch_stillIs");
  }

  @Test
  void contract_blindRevalidation_fails() {
    assertThat(failuresOf(BlindRevalidationStore.class))
        .contains(
            "Revalidation.revalidate_equalValueWrittenAgain_isAnotherEntry",
            "Revalidation.revalidate_entryIsReplaced_isWhatIsThere",
            "Revalidation.revalidate_entryIsRemovedAndPutBack_isNothingAndThenAnotherEntry",
            "Revalidation.revalidate_writtenByAnotherProcess_isWhatIsThere",
            "Unreadable.revalidate_spoiltEntry_isThereWithoutValue",
            "Deadlines.revalidate_pastTheDeadline_isGoneOrShowsIt",
            "Outages.getLatestAndKeys_mediumFails_throw");
  }

  @Test
  void contract_swallowedFailure_fails() {
    assertThat(failuresOf(SwallowedFailureStore.class))
        .contains(
            "Outages.everyWrite_mediumFails_throws",
            "Outages.getLatestAndKeys_mediumFails_throw",
            "Outages.batches_mediumFails_tellSoForEachKey");
  }

  private static Set<String> failuresOf(Class<? extends StoreContract> contract) {
    Events tests =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(contract))
            .execute()
            .testEvents();
    assertThat(tests.succeeded().count()).as("the rest works").isGreaterThan(50);
    return tests.failed().stream()
        .map(event -> event.getTestDescriptor().getSource().orElseThrow())
        .map(MethodSource.class::cast)
        .map(source -> group(source.getClassName()) + "." + source.getMethodName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String group(String className) {
    return className.substring(className.lastIndexOf('$') + 1);
  }

  static final class LostCompareAndSetStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.LOST_COMPARE_AND_SET);
    }
  }

  static final class AbaTokenStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.ABA_TOKEN);
    }
  }

  static final class StaleLatestStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.STALE_LATEST);
    }
  }

  static final class KeyDroppedInIterationStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.KEY_DROPPED_IN_ITERATION);
    }
  }

  static final class TokenBrokenByTouchStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.TOKEN_BROKEN_BY_TOUCH);
    }
  }

  static final class BlindRevalidationStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.BLIND_REVALIDATION);
    }
  }

  static final class SwallowedFailureStore extends StoreContract {
    @Override
    protected StoreUnderTest store() {
      return sample(Fault.SWALLOWED_FAILURE);
    }
  }
}
