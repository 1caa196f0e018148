package org.cairncache.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard names nothing that Prometheus would not find once everything has happened. */
final class DashboardTest {
  private static final PrometheusMeterRegistry REGISTRY =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private static final Pattern LEGEND = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern SELECTED = Pattern.compile("\\w+=\"[^\"]*\"");
  private static final Pattern OURS = Pattern.compile("cairn_\\w+");
  private static Scrape scrape;
  private static JsonNode dashboard;

  @TempDir static Path directory;

  @BeforeAll
  static void everythingHappens() throws IOException {
    CairnMeters meters = CairnMeters.in(REGISTRY);
    try (Functions functions = new Functions(meters.function("users", "find"))) {
      functions.fresh();
      functions.stale();
      functions.staleOnError();
      functions.error();
      functions.refreshFails();
      functions.waits();
      functions.putOff();
    }
    try (Tasks tasks = new Tasks(meters.background("users", "rates"))) {
      tasks.pass(60);
      tasks.writer.close();
    }
    on("unchanged", shelf -> shelf.unchanged(meters.store("users")));
    on("unreadable", shelf -> shelf.unreadable(meters.store("users")));
    on("failure", shelf -> shelf.failure(meters.store("users"), meters.function("users")));
    on("eviction", shelf -> shelf.eviction(meters.store("users")));
    on("levels", shelf -> shelf.levels(meters.store("users"), meters.function("users")));
    scrape = Scrape.of(REGISTRY.scrape());
    dashboard = new ObjectMapper().readTree(Path.of("../../docs/grafana/cairn.json").toFile());
  }

  private static void on(String name, Consumer<Shelf> what) {
    try (Shelf shelf = new Shelf(directory.resolve(name))) {
      what.accept(shelf);
    }
  }

  @AfterAll
  static void close() {
    REGISTRY.close();
  }

  @Test
  void panels_nameOnlyMetricsThatAreScraped() {
    assertThat(targets()).hasSizeGreaterThan(20);
    for (JsonNode target : targets()) {
      String text = target.get("expr").asText();
      Expression expression = Expression.of(text);
      assertThat(expression.metrics()).as(text).isNotEmpty();
      assertThat(scrape.series().keySet()).as(text).containsAll(expression.metrics());
    }
  }

  @Test
  void panels_selectAndShowOnlyLabelsThatTheirMetricsHave() {
    for (JsonNode target : targets()) {
      Expression expression = Expression.of(target.get("expr").asText());
      Set<String> labels = new TreeSet<>(expression.labels());
      LEGEND
          .matcher(target.get("legendFormat").asText())
          .results()
          .forEach(label -> labels.add(label.group(1)));
      for (String metric : expression.metrics()) {
        assertThat(scrape.series().get(metric)).as(metric).containsAll(labels);
      }
    }
  }

  @Test
  void panels_selectOnlyValuesThatAreScraped() {
    Set<String> selected = new TreeSet<>();
    for (JsonNode target : targets()) {
      SELECTED.matcher(target.get("expr").asText()).results().forEach(m -> selected.add(m.group()));
    }

    assertThat(selected).isNotEmpty();
    assertThat(REGISTRY.scrape()).contains(selected);
  }

  @Test
  void panels_leaveNoMeterOut() {
    Set<String> shown = new TreeSet<>();
    targets().forEach(target -> shown.addAll(Expression.of(target.get("expr").asText()).metrics()));

    assertThat(shown).containsExactlyInAnyOrderElementsOf(scrape.series().keySet());
  }

  @Test
  void variables_areWhatPanelsAskFor() {
    JsonNode variables = dashboard.at("/templating/list");
    assertThat(variables.findValuesAsText("name")).containsExactly("datasource", "cache");

    List<String> named =
        OURS.matcher(variables.at("/1/definition").asText())
            .results()
            .map(match -> match.group())
            .toList();
    assertThat(named).isNotEmpty();
    assertThat(scrape.series().keySet()).containsAll(named);
    assertThat(targets())
        .allSatisfy(
            target -> {
              assertThat(target.get("expr").asText()).contains("{cache=~\"$cache\"");
              assertThat(target.at("/datasource/uid").asText()).isEqualTo("${datasource}");
            });
  }

  @Test
  void scrape_hasNoKeyInIt() {
    assertThat(REGISTRY.scrape()).contains("cairn_").doesNotContain("for errors", "user:");
  }

  private static List<JsonNode> targets() {
    return stream(dashboard.get("panels"))
        .filter(panel -> panel.has("targets"))
        .flatMap(panel -> stream(panel.get("targets")))
        .toList();
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
