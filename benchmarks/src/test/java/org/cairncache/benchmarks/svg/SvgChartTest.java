package org.cairncache.benchmarks.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.data.Offset;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.report.Chart.Axis;
import org.cairncache.benchmarks.report.Chart.Kind;
import org.cairncache.benchmarks.report.Chart.Point;
import org.cairncache.benchmarks.report.Chart.Series;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** What a person sees of a chart, and what is read to one. */
class SvgChartTest {
  private static final List<Series> TWO =
      List.of(
          series("Cairn", 10, 100, 1000), series("a peer <with> \"signs\" & more", 20, 50, 200));

  @ParameterizedTest
  @CsvSource({"LINES, true", "LINES, false", "BARS, true", "BARS, false"})
  void of_everyKind_hasAMarkForEachFigure(Kind kind, boolean logarithmic) throws Exception {
    Document svg = parse(chart(kind, logarithmic, TWO));

    int marks = kind == Kind.LINES ? marksOfLines(svg) : withClass(svg, "rect", "bar").size();
    assertThat(marks).isEqualTo(6);
    assertThat(texts(svg)).contains("Cairn", "a peer <with> \"signs\" & more", "1", "2", "4");
    assertThat(texts(svg)).contains("threads", "operations/s", "a title with < and &");
  }

  @Test
  void of_aLogarithmicAxis_drawsEqualRatiosEquallyFarApart() throws Exception {
    double[] logarithmic = heights(parse(chart(Kind.LINES, true, TWO)));
    double[] linear = heights(parse(chart(Kind.LINES, false, TWO)));

    assertThat(logarithmic[0] - logarithmic[1])
        .isCloseTo(logarithmic[1] - logarithmic[2], within(0.2));
    assertThat((linear[1] - linear[2]) / (linear[0] - linear[1])).isCloseTo(10, within(0.2));
  }

  @Test
  void of_aFigureThatTheAxisCannotShow_leavesItOut() throws Exception {
    Document svg = parse(chart(Kind.BARS, true, List.of(series("Cairn", 0, Double.NaN, 5))));

    assertThat(withClass(svg, "rect", "bar")).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SvgChart.of(chart(Kind.BARS, true, List.of(series("Cairn", 0)))))
        .withMessageContaining("operations/s");
  }

  @ParameterizedTest
  @CsvSource({"LINES", "BARS"})
  void of_aReference_drawsItWithinTheChart(Kind kind) throws Exception {
    Chart chart = chart(kind, false, TWO).withReference("the budget", 3000);

    Element line = withClass(parse(chart), "line", "reference").get(0);

    assertThat(number(line, "x2")).isBetween(0.0, 860.0);
    assertThat(number(line, "y2")).isBetween(0.0, 860.0);
    assertThat(texts(parse(chart))).contains("the budget");
  }

  @Test
  void of_barsWithShortNames_hasRoomForTheLabelOfTheirAxis() throws Exception {
    NodeList texts = parse(chart(Kind.BARS, false, TWO)).getElementsByTagName("text");
    assertThat(
            IntStream.range(0, texts.getLength())
                .mapToObj(i -> (Element) texts.item(i))
                .filter(text -> text.getAttribute("text-anchor").equals("end")))
        .hasSizeGreaterThan(3)
        .allMatch(
            text ->
                Double.parseDouble(text.getAttribute("x"))
                    > Figure.width(text.getTextContent(), SvgChart.FONT));
  }

  @Test
  void of_anyChart_tellsItsFiguresToScreenReadersAndNeedsNothingElse() throws Exception {
    String text = SvgChart.of(chart(Kind.LINES, true, TWO).withReference("the budget", 7));

    assertThat(parse(text).getElementsByTagName("title").item(0).getTextContent())
        .isEqualTo("a title with < and &");
    assertThat(parse(text).getElementsByTagName("desc").item(0).getTextContent())
        .contains("Cairn: 1: 10, 2: 100, 4: 1000.", "the budget: 7.");
    assertThat(text).doesNotContain("<script", "<style", "href", "url(").contains("#ffffff");
  }

  @Test
  void of_theSameFigures_isTheSameText() {
    assertThat(SvgChart.of(chart(Kind.BARS, true, TWO)))
        .isEqualTo(SvgChart.of(chart(Kind.BARS, true, TWO)));
  }

  @Test
  void of_manyFigures_isSmall() {
    List<Series> many =
        IntStream.range(0, 10)
            .mapToObj(i -> series("series " + i, IntStream.range(1, 26).asDoubleStream().toArray()))
            .toList();

    assertThat(SvgChart.of(chart(Kind.BARS, false, many)).length()).isLessThan(60_000);
    assertThat(SvgChart.of(chart(Kind.LINES, true, many)).length()).isLessThan(60_000);
  }

  @Test
  void chart_withoutPoints_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> chart(Kind.BARS, false, List.of(series("Cairn"))))
        .withMessageContaining("without points");
  }

  private static Chart chart(Kind kind, boolean logarithmic, List<Series> series) {
    return new Chart(
        "id",
        "a title with < and &",
        new Axis("threads", logarithmic),
        new Axis("operations/s", logarithmic),
        kind,
        series);
  }

  private static Series series(String name, double... figures) {
    return new Series(
        name,
        IntStream.range(0, figures.length)
            .mapToObj(i -> new Point(Integer.toString(1 << i), 1 << i, figures[i]))
            .toList());
  }

  private static Offset<Double> within(double offset) {
    return Offset.offset(offset);
  }

  private static int marksOfLines(Document svg) {
    return withClass(svg, "g", "series").stream()
        .mapToInt(series -> series.getElementsByTagName("path").getLength() - 1)
        .sum();
  }

  /** Where the markers of the first series lie. */
  private static double[] heights(Document svg) {
    NodeList paths = withClass(svg, "g", "series").get(0).getElementsByTagName("path");
    return IntStream.range(1, paths.getLength())
        .mapToObj(i -> ((Element) paths.item(i)).getAttribute("transform"))
        .mapToDouble(place -> Double.parseDouble(place.replaceFirst(".* (.*)\\)", "$1")))
        .toArray();
  }

  private static double number(Element element, String attribute) {
    return Double.parseDouble(element.getAttribute(attribute));
  }

  private static List<String> texts(Document svg) {
    return elements(svg, "text").stream().map(Element::getTextContent).toList();
  }

  private static List<Element> withClass(Document svg, String name, String kind) {
    return elements(svg, name).stream().filter(e -> kind.equals(e.getAttribute("class"))).toList();
  }

  private static List<Element> elements(Document svg, String name) {
    NodeList all = svg.getElementsByTagName(name);
    return IntStream.range(0, all.getLength()).mapToObj(i -> (Element) all.item(i)).toList();
  }

  private static Document parse(Chart chart) throws Exception {
    return parse(SvgChart.of(chart));
  }

  private static Document parse(String text) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
