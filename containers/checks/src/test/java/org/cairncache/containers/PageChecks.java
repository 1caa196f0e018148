package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.Keys;

/**
 * What a person sees on the page of the world clock, in a real browser. Skipped where there is
 * none.
 */
@Tag("containers")
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
@ExtendWith(Table.class)
abstract class PageChecks implements OnProduct {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final int HEIGHT = 950;
  private static final String BERLIN = "[data-city='Europe/Berlin']";
  private static final String PARIS = "[data-city='Europe/Paris']";
  private static final String TOKYO = "[data-city='Asia/Tokyo']";
  private static final int LARGEST_PICTURE = 300_000;

  private final Product product;
  private final Instant began = Instant.now();
  private Server server;
  private Browser browser;

  PageChecks(Product product) {
    this.product = product;
  }

  @Override
  public Product product() {
    return product;
  }

  @BeforeAll
  void start() {
    Optional<Browser> found = Browser.open();
    assumeTrue(
        found.isPresent(),
        "The page is not looked at: there is no chromium and chromedriver on the path");
    browser = found.get();
    String entries = Place.fresh("world-clock").toString();
    server =
        Server.start(product, Map.of("WORLD_CLOCK_DIRECTORY", entries), Application.WORLD_CLOCK);
  }

  @AfterAll
  void end() {
    Table.took(product, Duration.between(began, Instant.now()));
    if (browser != null) {
      browser.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void begin() {
    Visitor visitor = server.visitor(Application.WORLD_CLOCK);
    assertThat(visitor.put("api/source?broken=false", "").statusCode()).isEqualTo(204);
    assertThat(visitor.delete("api/times").statusCode()).isEqualTo(204);
    visit("#Europe/Berlin,Europe/Paris,Asia/Tokyo");
  }

  @AfterEach
  void seeNoComplaints() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void ask_theFirstTime_isLoaded_andThenFresh() {
    assertThat(browser.text(badge(BERLIN))).isEqualTo("not asked yet");
    int calls = browser.number("#calls");
    int loaded = browser.number("#count-LOADED");
    int fresh = browser.number("#count-FRESH");

    assertThat(ask(BERLIN)).isEqualTo("loaded");
    assertThat(browser.text(BERLIN + " .how")).contains("from source");
    String time = browser.text(BERLIN + " time");
    assertThat(time).matches("\\d\\d:\\d\\d:\\d\\d");
    browser.awaitText("#said", said -> said.startsWith("Berlin: loaded, from source, in "));

    assertThat(ask(BERLIN)).isEqualTo("fresh");
    assertThat(browser.text(BERLIN + " .how")).contains("from memory");
    assertThat(browser.text(BERLIN + " time")).isEqualTo(time);
    browser.awaitText("#count-LOADED", String.valueOf(loaded + 1));
    browser.awaitText("#count-FRESH", String.valueOf(fresh + 1));
    assertThat(browser.number("#calls")).isEqualTo(calls + 1);
    assertThat(browser.count("#chart rect")).isEqualTo(2);
  }

  @Test
  void ask_pastTheTtl_isStaleWithTheOldTime_andThenNewer() {
    ask(BERLIN);
    String old = local(BERLIN);

    askUntil(BERLIN, "stale");
    assertThat(local(BERLIN)).isEqualTo(old);
    askUntil(BERLIN, "fresh");
    assertThat(local(BERLIN)).isGreaterThan(old);
  }

  @Test
  void ask_ofABrokenSource_isServedTheOldTime_orAnError_andLoadsWhenItIsMended() {
    ask(BERLIN);
    String old = local(BERLIN);
    browser.click("#break");
    browser.awaitText("#source", "It is broken.");

    askUntil(BERLIN, "stale on error");
    assertThat(local(BERLIN)).isEqualTo(old);

    browser.click(BERLIN + " [data-do=forget]");
    browser.awaitText("#said", said -> said.startsWith("Berlin is invalidated"));
    assertThat(ask(BERLIN)).isEqualTo("error");
    assertThat(browser.text(BERLIN)).contains("nothing is cached", "--:--:--");

    browser.click("#mend");
    browser.awaitText("#source", "It works.");
    assertThat(ask(BERLIN)).isEqualTo("loaded");
    assertThat(local(BERLIN)).isGreaterThan(old);
  }

  @Test
  void invalidate_ofAContinent_leavesTheOthers() {
    browser.click("#ask-all");
    browser.awaitText("#said", "All are asked.");
    browser.press("#continent", "Europe");
    browser.click("#forget-continent");
    browser.awaitText("#said", said -> said.startsWith("All of Europe is invalidated"));

    assertThat(ask(TOKYO)).isEqualTo("fresh");
    assertThat(ask(PARIS)).isEqualTo("loaded");
    assertThat(ask(BERLIN)).isEqualTo("loaded");

    browser.click("#forget-all");
    browser.awaitText("#said", "Nothing is cached now.");
    assertThat(ask(TOKYO)).isEqualTo("loaded");
  }

  @Test
  void keepAsking_fillsTheChart_andCallsTheSourceSeldom() {
    int calls = browser.number("#calls");
    int asked = browser.number("#asked");
    keepAsking(9);

    await().atMost(LIMIT).until(() -> browser.count("#chart rect") >= 20);
    browser.click("#auto");
    assertThat(browser.attribute("#auto", "aria-pressed")).isEqualTo("false");
    await().atMost(LIMIT).until(() -> browser.number("#asked") >= asked + 20);
    assertThat(browser.number("#calls") - calls).isBetween(3, 15);
    assertThat(browser.count("#chart rect[data-answer=LOADED]")).isEqualTo(3);
  }

  @Test
  void background_movesByItself_andStandsStillWhileTheSourceIsBroken() {
    browser.awaitText("#summer", said -> said.matches("\\d+ of \\d+ cities"));
    browser.awaitText("#next", said -> said.matches("\\D+, \\d+ \\w+ \\d+"));
    awaitYounger("#next-age");
    awaitYounger("#summer-age");

    browser.click("#break");
    browser.awaitText("#next-age", age -> seconds(age) > 7);
    browser.click("#mend");
    browser.awaitText("#next-age", age -> seconds(age) < 5);
  }

  @Test
  void note_written_isThereAfterTheNextVisit() {
    browser.press(TOKYO + " input", "Köln's twin", Keys.TAB);
    browser.awaitText("#said", "The note on Tokyo is kept.");
    visit("#Asia/Tokyo");

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(browser.attribute(TOKYO + " input", "value")).isEqualTo("Köln's twin"));
  }

  @Test
  void city_typed_isAdded_andAnUnknownOneIsNot() {
    await().atMost(LIMIT).until(() -> browser.count("#cities option") > 100);
    browser.press("#city", "Europe/Atlantis", Keys.ENTER);
    browser.awaitText("#said", said -> said.startsWith("There is no city Europe/Atlantis"));
    assertThat(browser.count(".card")).isEqualTo(3);

    browser.press("#city", "America/Argentina/Buenos_Aires", Keys.ENTER);
    browser.awaitText("#said", "Buenos Aires is here.");
    assertThat(ask("[data-city='America/Argentina/Buenos_Aires']")).isEqualTo("loaded");
    assertThat(browser.text(".card:last-child")).contains("Buenos Aires", "America", "UTC-03:00");
  }

  /** The picture of the documentation is a copy of what this writes. */
  @Test
  void picture_ofEveryKindOfAnswer_isWritten() throws Exception {
    String newYork = "[data-city='America/New_York']";
    String nairobi = "[data-city='Africa/Nairobi']";
    String sydney = "[data-city='Australia/Sydney']";
    visit("");
    browser.click("#ask-all");
    browser.awaitText("#said", "All are asked.");
    keepAsking(10);
    await().atMost(LIMIT).until(() -> browser.count("#chart rect") >= 52);
    browser.click("#auto");

    askUntil(newYork, "stale");
    reload(TOKYO);
    reload(BERLIN);
    ask(BERLIN);
    browser.click("#break");
    reload(sydney);
    askUntil(nairobi, "stale on error");
    askUntil("[data-city='America/Sao_Paulo']", "stale on error");
    browser.awaitText("#source", "It is broken.");

    assertThat(browser.text(badge(BERLIN))).isEqualTo("fresh");
    assertThat(browser.text(badge(newYork))).isEqualTo("stale");
    assertThat(browser.text(badge(TOKYO))).isEqualTo("loaded");
    assertThat(browser.text(badge(sydney))).isEqualTo("error");
    Path file = Path.of("target/world-clock.png");
    browser.picture(file);
    assertThat(Files.size(file)).isLessThan(LARGEST_PICTURE);
  }

  private void visit(String fragment) {
    URI address = server.address(Application.WORLD_CLOCK);
    browser.visit(address.resolve(fragment), HEIGHT);
    browser.awaitText("#server", name -> name.length() > 1);
  }

  private void keepAsking(int perSecond) {
    while (!browser.text("#pace-says").equals(perSecond + " per second")) {
      browser.press("#pace", Keys.ARROW_RIGHT);
    }
    browser.click("#auto");
    assertThat(browser.attribute("#auto", "aria-pressed")).isEqualTo("true");
  }

  /** Presses the button of a card, and returns what its badge says then. */
  private String ask(String card) {
    int before = Integer.parseInt(browser.attribute(card, "data-answers"));
    browser.click(card + " [data-do=ask]");
    await()
        .atMost(LIMIT)
        .until(() -> Integer.parseInt(browser.attribute(card, "data-answers")) > before);
    return browser.text(badge(card));
  }

  private void askUntil(String card, String answer) {
    await().atMost(LIMIT).untilAsserted(() -> assertThat(ask(card)).isEqualTo(answer));
  }

  private void reload(String card) {
    String name = browser.text(card + " [data-is=name]");
    browser.click(card + " [data-do=forget]");
    browser.awaitText("#said", said -> said.startsWith(name + " is invalidated"));
    ask(card);
  }

  /** Waits until what is shown of an age is less than it was: something new has come. */
  private void awaitYounger(String selector) {
    double[] oldest = {seconds(browser.text(selector))};
    browser.awaitText(
        selector,
        age -> {
          boolean younger = seconds(age) < oldest[0];
          oldest[0] = seconds(age);
          return younger;
        });
  }

  private String local(String card) {
    return browser.attribute(card, "data-local");
  }

  private static String badge(String card) {
    return card + " .badge";
  }

  private static double seconds(String age) {
    return age.endsWith(" s") ? Double.parseDouble(age.substring(0, age.length() - 2)) : 0;
  }
}
