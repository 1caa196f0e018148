package org.cairncache.benchmarks.paired;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cairncache.benchmarks.report.Quartiles;

/** Reads what {@link JsonReport} has written. */
final class JsonFigures {
  private JsonFigures() {}

  /** The figures in that file. */
  static Figures read(Path file) throws IOException {
    JsonNode tree = new ObjectMapper().readTree(file.toFile());
    return new Figures(
        each(tree.path("timed"), JsonFigures::timed),
        each(tree.path("footprints"), JsonFigures::footprint));
  }

  private static RowResult timed(JsonNode node) {
    return new RowResult(
        Rows.timed(node.path("row").asText()), bySubject(node.path("subjects"), JsonFigures::cell));
  }

  private static RowResult.Cell cell(JsonNode node) {
    return new RowResult.Cell(
        quartiles(node.path("ratio")),
        quartiles(node.path("cpuNanosPerCall")),
        quartiles(node.path("allocatedBytesPerCall")),
        node.path("differingAnswers").asLong());
  }

  private static Quartiles quartiles(JsonNode node) {
    return new Quartiles(
        node.path("lower").asDouble(),
        node.path("median").asDouble(),
        node.path("upper").asDouble());
  }

  private static FootprintResult footprint(JsonNode node) {
    return new FootprintResult(
        Rows.footprint(node.path("row").asText()),
        node.path("baselineBytesPerEntry").asDouble(),
        bySubject(node.path("bytesPerEntry"), JsonNode::asDouble));
  }

  private static <T> List<T> each(JsonNode nodes, Function<JsonNode, T> reading) {
    var all = new ArrayList<T>();
    nodes.forEach(node -> all.add(reading.apply(node)));
    return all;
  }

  private static <T> Map<String, T> bySubject(JsonNode node, Function<JsonNode, T> reading) {
    var all = new LinkedHashMap<String, T>();
    node.properties().forEach(one -> all.put(one.getKey(), reading.apply(one.getValue())));
    return all;
  }
}
