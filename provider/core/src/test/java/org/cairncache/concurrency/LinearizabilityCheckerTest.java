package org.cairncache.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.concurrency.KeyOperation.ContainsKey;
import org.cairncache.concurrency.KeyOperation.Get;
import org.cairncache.concurrency.KeyOperation.GetAndPut;
import org.cairncache.concurrency.KeyOperation.GetAndRemove;
import org.cairncache.concurrency.KeyOperation.Increment;
import org.cairncache.concurrency.KeyOperation.Put;
import org.cairncache.concurrency.KeyOperation.PutIfAbsent;
import org.cairncache.concurrency.KeyOperation.Remove;
import org.cairncache.concurrency.KeyOperation.RemoveEqual;
import org.cairncache.concurrency.KeyOperation.Replace;
import org.cairncache.concurrency.KeyOperation.ReplaceEqual;
import org.cairncache.spi.Lifetime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The checker on histories whose verdict is known. A call's times are its places in the order. */
class LinearizabilityCheckerTest {
  private final List<Call> calls = new ArrayList<>();

  @Test
  void check_noCalls_accepts() {
    assertAccepted(Model.ETERNAL);
  }

  @Test
  void check_oneAfterTheOther_accepts() {
    call(new Put(1), null, 0, 1);
    call(new Replace(2), true, 2, 3);
    call(new Get(), 2, 4, 5);
    call(new Remove(), true, 6, 7);
    call(new Get(), null, 8, 9);
    assertAccepted(Model.ETERNAL);
  }

  @Test
  void check_lostUpdate_rejects() {
    call(new Increment(1), 1, 0, 3);
    call(new Increment(1), 1, 1, 2);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_lostUpdateSeenByALaterGet_rejects() {
    call(new Put(10), null, 0, 1);
    call(new Increment(1), 11, 2, 4);
    call(new Increment(1), 12, 3, 5);
    call(new Get(), 11, 6, 7);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_staleRead_rejects() {
    call(new Put(1), null, 0, 1);
    call(new Put(2), null, 2, 3);
    call(new Get(), 1, 4, 5);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_readsThatGoBack_rejects() {
    call(new Put(1), null, 0, 1);
    call(new Put(2), null, 2, 9);
    call(new Get(), 2, 3, 4);
    call(new Get(), 1, 5, 6);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_twoWinnersOfPutIfAbsent_rejects() {
    call(new PutIfAbsent(1), true, 0, 3);
    call(new PutIfAbsent(2), true, 1, 2);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_noWinnerOfPutIfAbsent_rejects() {
    call(new PutIfAbsent(1), false, 0, 3);
    call(new PutIfAbsent(2), false, 1, 2);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_twoWinnersOfTheSameReplace_rejects() {
    call(new Put(1), null, 0, 1);
    call(new ReplaceEqual(1, 2), true, 2, 5);
    call(new ReplaceEqual(1, 3), true, 3, 4);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_removedTwice_rejects() {
    call(new Put(1), null, 0, 1);
    call(new GetAndRemove(), 1, 2, 5);
    call(new RemoveEqual(1), true, 3, 4);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_valueThatNobodyWrote_rejects() {
    call(new Put(1), null, 0, 3);
    call(new Get(), 2, 1, 2);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_twoReadersSeeTwoPutsInOppositeOrders_rejects() {
    call(new Put(1), null, 0, 20);
    call(new Put(2), null, 1, 21);
    call(new Get(), 1, 2, 3);
    call(new Get(), 2, 4, 5);
    call(new Get(), 1, 6, 7);
    assertRejected(Model.ETERNAL);
  }

  /** The get that is invoked first comes last, and the widest call comes in the middle. */
  @Test
  void check_orderFarFromThatOfInvocationAndOfReturn_accepts() {
    call(new Get(), 5, 0, 19);
    call(new GetAndPut(2), 1, 1, 18);
    call(new PutIfAbsent(4), false, 2, 5);
    call(new PutIfAbsent(1), true, 3, 17);
    call(new ReplaceEqual(2, 3), true, 4, 16);
    call(new GetAndRemove(), 3, 6, 15);
    call(new ContainsKey(), false, 7, 8);
    call(new Put(5), null, 9, 10);
    assertAccepted(Model.ETERNAL);
  }

  /** As above, but the last put returns before the removal that must precede it is invoked. */
  @Test
  void check_sameCallsWithOneReturnTooEarly_rejects() {
    call(new Get(), 5, 0, 19);
    call(new GetAndPut(2), 1, 1, 18);
    call(new PutIfAbsent(4), false, 2, 5);
    call(new PutIfAbsent(1), true, 3, 17);
    call(new ReplaceEqual(2, 3), true, 4, 16);
    call(new ContainsKey(), false, 7, 8);
    call(new Put(5), null, 9, 10);
    call(new GetAndRemove(), 3, 11, 15);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_failedCallThatTookEffect_accepts() {
    call(new Put(1), null, 0, Call.NEVER);
    call(new Get(), null, 1, 2);
    call(new Get(), 1, 3, 4);
    assertAccepted(Model.ETERNAL);
  }

  @Test
  void check_failedCallThatDidNotTakeEffect_accepts() {
    call(new Put(1), null, 0, Call.NEVER);
    call(new Get(), null, 1, 2);
    assertAccepted(Model.ETERNAL);
  }

  @Test
  void check_failedCallThatTookEffectTwice_rejects() {
    call(new Put(1), null, 0, Call.NEVER);
    call(new GetAndRemove(), 1, 1, 2);
    call(new Get(), 1, 3, 4);
    assertRejected(Model.ETERNAL);
  }

  @Test
  void check_goneAfterItsDeadline_accepts() {
    call(new Put(1), null, 0, 1);
    call(new Replace(2), true, 3, 4);
    call(new Get(), null, 12, 13);
    assertAccepted(created(10));
  }

  @Test
  void check_goneBeforeItsDeadline_rejects() {
    call(new Put(1), null, 5, 6);
    call(new Get(), null, 7, 14);
    assertRejected(created(10));
  }

  @Test
  void check_thereAfterItsDeadline_rejects() {
    call(new Put(1), null, 0, 1);
    call(new Get(), 1, 11, 12);
    assertRejected(created(10));
  }

  @Test
  void check_deadlineThatAnUpdateMustNotMove_rejects() {
    call(new Put(1), null, 0, 1);
    call(new Put(2), null, 8, 9);
    call(new Get(), 2, 14, 15);
    assertRejected(created(10));
    assertAccepted(new Model(10, 10L, null, null));
  }

  @Test
  void check_expiredAndPutAgain_accepts() {
    call(new PutIfAbsent(1), true, 0, 1);
    call(new PutIfAbsent(2), true, 5, 12);
    call(new Get(), 2, 13, 14);
    assertAccepted(created(10));
  }

  @Test
  void check_accessThatMovedTheDeadline_accepts() {
    call(new Put(1), null, 0, 1);
    call(new Get(), 1, 8, 9);
    call(new Get(), 1, 17, 18);
    assertAccepted(new Model(10, null, 10L, null));
    assertRejected(created(10));
  }

  @Test
  void check_loadedValue_acceptsOnlyWithALoader() {
    call(new ContainsKey(), false, 0, 1);
    call(new Get(), 7, 2, 3);
    call(new PutIfAbsent(1), false, 4, 5);
    assertRejected(Model.ETERNAL);
    assertAccepted(new Model(Lifetime.NEVER, null, null, 7));
  }

  @Test
  void check_violation_namesTheCalls() {
    call(new Put(1), null, 0, 1);
    call(new Get(), null, 2, 3);
    assertThat(LinearizabilityChecker.check(Model.ETERNAL, calls))
        .hasValueSatisfying(text -> assertThat(text).contains("Put[value=1]", "Get[] -> null"));
  }

  private void call(KeyOperation operation, @Nullable Object result, long from, long to) {
    calls.add(new Call(calls.size(), "key", operation, result, from, to, from, to));
  }

  private static Model created(long duration) {
    return new Model(duration, null, null, null);
  }

  private void assertAccepted(Model model) {
    assertThat(LinearizabilityChecker.check(model, calls)).isEmpty();
  }

  private void assertRejected(Model model) {
    assertThat(LinearizabilityChecker.check(model, calls)).isNotEmpty();
  }
}
