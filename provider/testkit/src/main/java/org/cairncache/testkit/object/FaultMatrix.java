package org.cairncache.testkit.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.cache.Cache;
import javax.cache.processor.MutableEntry;
import org.cairncache.spi.OutcomeUnknownException;
import org.cairncache.spi.StoreException;
import org.cairncache.testkit.OwnManager;
import org.cairncache.testkit.http.Answer;
import org.cairncache.testkit.http.Fault;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation under every fault: what it says is what is there, or it says nothing. */
public abstract class FaultMatrix {
  private final ObjectPlace place = place();
  // So that what goes on for long is soon over.
  private final OwnManager manager = place.manager().with("cairn.request-timeout", "3s");
  private final Cache<String, String> cache = manager.cache("c");

  /** A new bucket. */
  protected abstract ObjectPlace place();

  /** Words that a message has of an answer, such as its status. */
  protected abstract String words(Trouble trouble);

  /** The bucket of the test that runs. */
  protected final ObjectPlace bucket() {
    return place;
  }

  /** The cache {@code c} in it. */
  protected final Cache<String, String> cache() {
    return cache;
  }

  @AfterEach
  void close() {
    manager.close();
    place.close();
  }

  /** An answer that comes instead, or the connection that ends. */
  private enum Mishap {
    CONFLICT(Trouble.CONFLICT, false),
    NOT_FOUND(Trouble.NOT_FOUND, false),
    UNMET_BY_ITSELF(Trouble.UNMET, true),
    ERROR_BEFORE(Trouble.ERROR, false),
    ERROR_AFTER(Trouble.ERROR, true),
    UNAVAILABLE_BEFORE(Trouble.UNAVAILABLE, false),
    UNAVAILABLE_AFTER(Trouble.UNAVAILABLE, true),
    BUSY(Trouble.BUSY, false),
    BUSY_AFTER(Trouble.BUSY, true),
    ERROR_IN_BODY(Trouble.ERROR_IN_BODY, false),
    ERROR_IN_BODY_AFTER(Trouble.ERROR_IN_BODY, true),
    REPLY_DROPPED(null, true),
    REPLY_CUT(null, true),
    REQUEST_DROPPED(null, false);

    private final @Nullable Trouble trouble;
    private final boolean after;

    Mishap(@Nullable Trouble trouble, boolean after) {
      this.trouble = trouble;
      this.after = after;
    }

    /** The fault; null if the service has none such. */
    @Nullable Fault fault(ObjectPlace place) {
      if (trouble != null) {
        Answer answer = place.answer(trouble);
        return answer == null
            ? null
            : after ? Fault.answerAfterwards(answer) : Fault.answer(answer);
      }
      return switch (this) {
        case REPLY_CUT -> Fault.cutReply();
        case REPLY_DROPPED -> Fault.dropReply();
        default -> Fault.dropRequest();
      };
    }
  }

  /** An operation on an entry that is there, or is not. */
  private enum Action {
    GET("v", "v"),
    PUT("v", "w"),
    CREATE(null, "w"),
    REPLACE("v", "w"),
    INVOKE("v", "w"),
    REMOVE("v", null);

    private final @Nullable String before;
    private final @Nullable String after;

    Action(@Nullable String before, @Nullable String after) {
      this.before = before;
      this.after = after;
    }

    /** What meets the fault. */
    String request(ObjectRequests requests) {
      return switch (this) {
        case GET -> requests.read();
        case REMOVE -> requests.delete();
        default -> requests.write();
      };
    }

    /** Whether it says that it did what it does. */
    boolean run(Cache<String, String> cache) {
      return switch (this) {
        case GET -> "v".equals(cache.get("k"));
        case PUT -> {
          cache.put("k", "w");
          yield true;
        }
        case CREATE -> cache.putIfAbsent("k", "w");
        case REPLACE -> cache.replace("k", "v", "w");
        case INVOKE -> cache.invoke("k", Action::write);
        case REMOVE -> cache.remove("k", "v");
      };
    }

    private static boolean write(MutableEntry<String, String> entry, Object... arguments) {
      entry.setValue("w");
      return true;
    }

    /** Where nobody can know. Everything else is done in the end, and said to be. */
    Set<Mishap> unknown() {
      return switch (this) {
        case GET -> EnumSet.noneOf(Mishap.class);
        // Without a condition, only the stamp could tell, and it is not there.
        case PUT ->
            EnumSet.of(
                Mishap.ERROR_BEFORE,
                Mishap.UNAVAILABLE_BEFORE,
                Mishap.ERROR_IN_BODY,
                Mishap.REQUEST_DROPPED);
        // Nobody can say who deleted what is not there.
        case REMOVE ->
            EnumSet.of(
                Mishap.ERROR_AFTER,
                Mishap.UNAVAILABLE_AFTER,
                Mishap.BUSY_AFTER,
                Mishap.ERROR_IN_BODY_AFTER,
                Mishap.REPLY_DROPPED,
                Mishap.REQUEST_DROPPED);
        default -> EnumSet.of(Mishap.REQUEST_DROPPED);
      };
    }

    /** What no service says of such a request, or never on its own account. */
    Set<Mishap> absurd() {
      return switch (this) {
        case GET -> EnumSet.of(Mishap.CONFLICT, Mishap.NOT_FOUND, Mishap.UNMET_BY_ITSELF);
        case REMOVE -> EnumSet.of(Mishap.NOT_FOUND, Mishap.UNMET_BY_ITSELF);
        default -> EnumSet.noneOf(Mishap.class);
      };
    }
  }

  @TestFactory
  Stream<DynamicTest> operation_underAFault_saysWhatIsThereOrNothing() {
    return Stream.of(Action.values())
        .flatMap(
            action ->
                Stream.of(Mishap.values())
                    .filter(Predicate.not(action.absurd()::contains))
                    .flatMap(
                        mishap ->
                            Stream.ofNullable(mishap.fault(place))
                                .map(
                                    fault ->
                                        dynamicTest(
                                            action + " " + mishap,
                                            () -> meets(action, mishap, fault)))));
  }

  private void meets(Action action, Mishap mishap, Fault fault) {
    cache.clear();
    if (action.before != null) {
      cache.put("k", action.before);
    }
    long met = place.faults().met();
    place.faults().next(1, action.request(place.requests()), fault);
    if (action.unknown().contains(mishap)) {
      assertThat(catchThrowable(() -> action.run(cache)))
          .hasStackTraceContaining(OutcomeUnknownException.class.getName());
      assertThat(cache.get("k")).isEqualTo(fault.carriedOut() ? action.after : action.before);
    } else {
      assertThat(action.run(cache)).isTrue();
      assertThat(cache.get("k")).isEqualTo(action.after);
    }
    assertThat(place.faults().met()).isEqualTo(met + 1);
  }

  @Test
  void create_othersWroteAfterALostReply_nobodyKnows() {
    place
        .faults()
        .next(1, place.requests().write(), Fault.answerAfterwards(place.answers(Trouble.ERROR)));
    place
        .faults()
        .next(
            1,
            request -> {
              boolean look = request.operation().equals(place.requests().read()) && isThere();
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
    return place.get(ObjectPlace.name("c", "k")) != null;
  }

  @TestFactory
  Stream<DynamicTest> operation_serviceKeepsFailing_throwsAndEnds() {
    return Stream.of(Action.values())
        .map(action -> dynamicTest(action.toString(), () -> fails(action)));
  }

  private void fails(Action action) {
    cache.clear();
    if (action.before != null) {
      cache.put("k", action.before);
    }
    place.faults().when(request -> true, Fault.answer(place.answers(Trouble.BUSY)));
    place.log().clear();
    if (action == Action.GET) {
      assertThat(cache.get("k")).isNull(); // fails open
    } else {
      assertThat(catchThrowable(() -> action.run(cache)))
          .hasStackTraceContaining(StoreException.class.getName())
          .hasStackTraceContaining(words(Trouble.BUSY));
    }
    assertThat(place.log().count()).isLessThan(12);
    place.faults().clear();
    assertThat(cache.get("k")).isEqualTo(action.before);
  }

  @Test
  void operation_accessDenied_throwsAtOnceAndSaysWhatItNeeds() {
    place.faults().when(request -> true, Fault.answer(place.answers(Trouble.DENIED)));
    place.log().clear();
    assertThatThrownBy(() -> cache.put("k", "v"))
        .isInstanceOf(StoreException.class)
        .isNotInstanceOf(OutcomeUnknownException.class)
        .hasMessageContainingAll("\"c\"", "PUT", words(Trouble.DENIED));
    assertThat(place.log().count()).isOne();
  }

  @Test
  void clear_underPassingFaults_isDone() {
    for (Mishap mishap :
        List.of(Mishap.ERROR_BEFORE, Mishap.ERROR_AFTER, Mishap.BUSY, Mishap.ERROR_IN_BODY)) {
      Fault fault = mishap.fault(place);
      if (fault != null) {
        cache.putAll(Map.of("a", "1", "b", "2"));
        place.faults().next(1, place.requests().deleteAll(), fault);
        cache.clear();
        assertThat(cache.containsKey("a") || cache.containsKey("b")).isFalse();
      }
    }
    assertThat(place.faults().pending()).isZero();
  }

  @Test
  void clear_replyDropped_nobodyKnows() {
    cache.put("a", "1");
    place.faults().next(1, place.requests().deleteAll(), Fault.dropReply());
    assertThatThrownBy(cache::clear).isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void iteration_listingFails_isNotTakenForAnEmptyCache() {
    cache.put("a", "1");
    for (Mishap mishap :
        List.of(
            Mishap.ERROR_BEFORE, Mishap.ERROR_IN_BODY, Mishap.REPLY_CUT, Mishap.REPLY_DROPPED)) {
      Fault fault = mishap.fault(place);
      if (fault != null) {
        place.faults().next(1, place.requests().list(), fault);
        assertThat(cache).hasSize(1);
      }
    }
    assertThat(place.faults().pending()).isZero();
    assertThat(place.faults().met()).isGreaterThan(2);
  }
}
