package org.cairncache.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * A server answers what is written down in {@code src/test/conversations}, but for what is declared
 * in {@code differences}, where it must differ as it is said there. That is one request at a time;
 * writers at the same time are a test of their own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ConversationTests {
  private final List<Conversation> conversations = Conversation.all();
  private final ObjectServer server;
  private final boolean atomic;
  private final Differences differences;
  private final Speaker speaker;

  /** Whether the conditions of requests at the same time are atomic is declared here. */
  ConversationTests(ObjectServer server, boolean atomic) {
    this.atomic = atomic;
    this.server = server;
    this.differences = new Differences(server.name());
    this.speaker = new Speaker(server.uri());
  }

  @AfterAll
  void close() {
    server.close();
  }

  @TestFactory
  Stream<DynamicContainer> conversation() {
    return conversations.stream()
        .map(each -> DynamicContainer.dynamicContainer(each.name(), exchanges(each)));
  }

  @Test
  void writers_atTheSameTime_haveOneWinnerIfTheServerIsAtomic() throws Exception {
    Race race = new Race(server.uri(), "race");
    if (atomic) {
      assertThat(race.firstWithTwoWinners(100)).isZero();
    } else {
      assertThat(race.firstWithTwoWinners(1_000)).as("declared not to be atomic").isPositive();
    }
  }

  @Test
  void differences_areAboutWhatIsSaid() {
    Set<String> titles =
        conversations.stream()
            .flatMap(each -> each.exchanges().stream().map(one -> Differences.title(each, one)))
            .collect(Collectors.toSet());
    assertThat(titles).containsAll(differences.titles());
  }

  private Stream<DynamicTest> exchanges(Conversation conversation) {
    Words words = new Words();
    words.set("bucket", conversation.name());
    Part opening = Part.of(List.of("PUT /{bucket}"));
    DynamicTest opened =
        DynamicTest.dynamicTest(
            "the bucket", () -> assertThat(speaker.say(opening, words).status()).isEqualTo(200));
    return Stream.concat(
        Stream.of(opened),
        conversation.exchanges().stream()
            .map(
                each ->
                    DynamicTest.dynamicTest(each.title(), () -> check(conversation, each, words))));
  }

  // The token of a page is known as {next} in the query of the one that follows.
  private void check(Conversation conversation, Exchange exchange, Words words) throws Exception {
    Reply reply = speaker.say(exchange.request(), words);
    String title = Differences.title(conversation, exchange);
    Expectation difference = differences.of(title);
    if (difference == null) {
      assertThat(exchange.answer().mismatches(reply, words)).as(title + " %s", reply).isEmpty();
    } else {
      assertThat(exchange.answer().mismatches(reply, new Words(words)))
          .as(title + " is answered as by S3, so the difference is none any more: %s", reply)
          .isNotEmpty();
      assertThat(difference.mismatches(reply, words)).as(title + " %s", reply).isEmpty();
    }
    reply.elements("NextContinuationToken").stream()
        .findFirst()
        .ifPresent(token -> words.set("next", URLEncoder.encode(token, StandardCharsets.UTF_8)));
  }
}
