package org.cairncache.benchmarks.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.report.Chart;
import org.cairncache.benchmarks.svg.SvgChart;

/** Where figures are published: {@code part.json}, {@code chart.svg} and {@code README.md}. */
record Folder(Path path) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
          .build();
  private static final ObjectWriter WRITER =
      JSON.writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

  /** Writes the file of a part and its charts, over those that were there. */
  void write(Figures figures) throws IOException {
    Files.createDirectories(path);
    Files.writeString(path.resolve(figures.part() + ".json"), json(figures));
    for (Chart chart : figures.measured().charts()) {
      Files.writeString(path.resolve(chart.id() + ".svg"), SvgChart.of(chart));
    }
  }

  /** The figures of the parts that are there, in the order of the parts. */
  List<Figures> read(List<Part> parts) throws IOException {
    var all = new ArrayList<Figures>();
    for (Part part : parts) {
      Path file = path.resolve(part.id() + ".json");
      if (Files.exists(file)) {
        all.add(JSON.readValue(file.toFile(), Figures.class));
      }
    }
    return all;
  }

  /** Makes the page anew of the files that are there. */
  void writePage(List<Part> parts) throws IOException {
    Files.writeString(path.resolve("README.md"), Page.of(read(parts)));
  }

  private static String json(Figures figures) throws IOException {
    return WRITER.writeValueAsString(figures) + "\n";
  }
}
