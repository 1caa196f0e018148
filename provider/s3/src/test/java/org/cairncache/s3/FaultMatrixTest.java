package org.cairncache.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.cache.Cache;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.http.Fault;
import org.cairncache.testkit.s3.S3Faults;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation under every fault of S3: what it says is what is there, or it says nothing. */
final class FaultMatrixTest {
  private final S3Place place = new S3Place();
  private final S3Manager manager = place.manager();
  private final Cache<String, String> cache = manager.cache("c");

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  /** What goes wrong once. */
  @SuppressWarnings("ImmutableEnumChecker") // a fault that holds nothing does not change
  enum Trouble {
    CONFLICT(Fault.answer(S3Faults.conflict())),
    NOT_FOUND(Fault.answer(S3Faults.noSuchKey())),
    OWN_PRECONDITION(Fault.answerAfterwards(S3Faults.preconditionFailed())),
    ERROR_BEFORE(Fault.answer(S3Faults.internalError())),
    ERROR_AFTER(Fault.answerAfterwards(S3Faults.internalError())),
    SLOW_DOWN(Fault.answer(S3Faults.slowDown())),
    SLOW_DOWN_AFTER(Fault.answerAfterwards(S3Faults.slowDown())),
    ERROR_IN_BODY(Fault.answer(S3Faults.errorInBody())),
    ERROR_IN_BODY_AFTER(Fault.answerAfterwards(S3Faults.errorInBody())),
    REPLY_DROPPED(Fault.dropReply()),
    REPLY_CUT(Fault.cutReply()),
    REQUEST_DROPPED(Fault.dropRequest());

    private final Fault fault;

    Trouble(Fault fault) {
      this.fault = fault;
    }
  }

  /** An operation on an entry that is there, or is not. */
  @SuppressWarnings("ImmutableEnumChecker") // these functions have no state
  enum Action {
    GET("GetObject", "v", "v", cache -> "v".equals(cache.get("k"))),
    PUT("PutObject", "v", "w", cache -> put(cache)),
    CREATE("PutObject", null, "w", cache -> cache.putIfAbsent("k", "w")),
    REPLACE("PutObject", "v", "w", cache -> cache.replace("k", "v", "w")),
    INVOKE("PutObject", "v", "w", cache -> invoke(cache)),
    REMOVE("DeleteObject", "v", null, cache -> cache.remove("k", "v"));

    private final String request;
    private final String before;
    private final String after;
    private final Function<Cache<String, String>, Boolean> call;

    Action(
        String request,
        String before,
        String after,
        Function<Cache<String, String>, Boolean> call) {
      this.request = request;
      this.before = before;
      this.after = after;
      this.call = call;
    }

    private static boolean put(Cache<String, String> cache) {
      cache.put("k", "w");
      return true;
    }

    private static boolean invoke(Cache<String, String> cache) {
      return cache.invoke(
          "k",
          (entry, arguments) -> {
            entry.setValue("w");
            return true;
          });
    }
  }

  /** Where nobody can know. Everything else is done in the end, and said to be. */
  private static final Map<Action, List<Trouble>> UNKNOWN =
      Map.of(
          Action.GET,
          List.of(),
          // Without a condition, only the stamp could tell, and it is not there.
          Action.PUT,
          List.of(Trouble.ERROR_BEFORE, Trouble.ERROR_IN_BODY, Trouble.REQUEST_DROPPED),
          Action.CREATE,
          List.of(Trouble.REQUEST_DROPPED),
          Action.REPLACE,
          List.of(Trouble.REQUEST_DROPPED),
          Action.INVOKE,
          List.of(Trouble.REQUEST_DROPPED),
          // Nobody can say who deleted what is not there.
          Action.REMOVE,
          List.of(
              Trouble.ERROR_AFTER,
              Trouble.SLOW_DOWN_AFTER,
              Trouble.ERROR_IN_BODY_AFTER,
              Trouble.REPLY_DROPPED,
              Trouble.REQUEST_DROPPED));

  static List<Arguments> cells() {
    List<Arguments> cells = new ArrayList<>();
    for (Action action : Action.values()) {
      for (Trouble trouble : Trouble.values()) {
        // No reply of S3 says these of a read, and a removal is never refused on its own account.
        boolean absurd =
            switch (trouble) {
              case CONFLICT -> action == Action.GET;
              case NOT_FOUND, OWN_PRECONDITION -> action == Action.GET || action == Action.REMOVE;
              default -> false;
            };
        if (!absurd) {
          cells.add(Arguments.of(action, trouble));
        }
      }
    }
    return cells;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void operation_underAFault_saysWhatIsThereOrNothing(Action action, Trouble trouble) {
    if (action.before != null) {
      cache.put("k", action.before);
    }
    place.server().faults().next(1, action.request, trouble.fault);
    if (UNKNOWN.get(action).contains(trouble)) {
      assertThat(catchThrowable(() -> action.call.apply(cache)))
          .hasStackTraceContaining(OutcomeUnknownException.class.getName());
      assertThat(cache.get("k"))
          .isEqualTo(trouble.fault.carriedOut() ? action.after : action.before);
    } else {
      assertThat(action.call.apply(cache)).isTrue();
      assertThat(cache.get("k")).isEqualTo(action.after);
    }
    assertThat(place.server().faults().met()).isOne();
  }

  @Test
  void create_othersWroteAfterALostReply_nobodyKnows() {
    place.server().faults().next(1, "PutObject", Fault.answerAfterwards(S3Faults.internalError()));
    place
        .server()
        .faults()
        .next(
            1,
            request -> {
              boolean look = request.operation().equals("GetObject") && isThere();
              if (look) {
                place.spoil("c", "k"); // between our write and our look
              }
              return look;
            },
            Fault.delay(Duration.ZERO));
    assertThatThrownBy(() -> cache.putIfAbsent("k", "w"))
        .hasStackTraceContaining(OutcomeUnknownException.class.getName());
  }

  private boolean isThere() {
    return place.server().get(S3Place.BUCKET, S3Place.name("c", "k")) != null;
  }

  @ParameterizedTest
  @MethodSource("everyAction")
  void operation_s3KeepsFailing_throwsAndEnds(Action action) {
    if (action.before != null) {
      cache.put("k", action.before);
    }
    place.server().faults().when(request -> true, Fault.answer(S3Faults.slowDown()));
    place.server().log().clear();
    if (action == Action.GET) {
      assertThat(cache.get("k")).isNull(); // fails open
    } else {
      assertThat(catchThrowable(() -> action.call.apply(cache)))
          .hasStackTraceContaining(StoreException.class.getName())
          .hasStackTraceContaining("503 SlowDown");
    }
    assertThat(place.server().log().count()).isLessThan(12);
    place.server().faults().clear();
    assertThat(cache.get("k")).isEqualTo(action.before);
  }

  static List<Action> everyAction() {
    return List.of(Action.values());
  }

  @Test
  void operation_accessDenied_throwsAtOnceAndNamesTheRights() {
    place.server().faults().when(request -> true, Fault.answer(S3Faults.accessDenied()));
    place.server().log().clear();
    assertThatThrownBy(() -> cache.put("k", "v"))
        .isInstanceOf(StoreException.class)
        .isNotInstanceOf(OutcomeUnknownException.class)
        .hasMessageContainingAll("\"c\"", "PUT", "403 AccessDenied", "s3:PutObject");
    assertThat(place.server().log().count()).isOne();
  }

  @Test
  void clear_underPassingFaults_isDone() {
    for (Trouble trouble :
        List.of(
            Trouble.ERROR_BEFORE, Trouble.ERROR_AFTER, Trouble.SLOW_DOWN, Trouble.ERROR_IN_BODY)) {
      cache.putAll(Map.of("a", "1", "b", "2"));
      place.server().faults().next(1, "DeleteObjects", trouble.fault);
      cache.clear();
      assertThat(cache.containsKey("a") || cache.containsKey("b")).isFalse();
    }
    assertThat(place.server().faults().pending()).isZero();
  }

  @Test
  void clear_oneObjectFails_throws() {
    cache.put("k", "v");
    place
        .server()
        .faults()
        .next(1, "DeleteObjects", Fault.answerAfterwards(S3Faults.deleteFailed("k")));
    assertThatThrownBy(cache::clear).isInstanceOf(StoreException.class);
  }

  @Test
  void clear_replyDropped_nobodyKnows() {
    cache.put("a", "1");
    place.server().faults().next(1, "DeleteObjects", Fault.dropReply());
    assertThatThrownBy(cache::clear).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void iteration_listingFails_isNotTakenForAnEmptyCache() {
    cache.put("a", "1");
    for (Trouble trouble :
        List.of(Trouble.ERROR_BEFORE, Trouble.ERROR_IN_BODY, Trouble.REPLY_CUT)) {
      place.server().faults().next(1, "ListObjectsV2", trouble.fault);
      assertThat(cache).hasSize(1);
    }
    assertThat(place.server().faults().met()).isEqualTo(3);
  }
}
