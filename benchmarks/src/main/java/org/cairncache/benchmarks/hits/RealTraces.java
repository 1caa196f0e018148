package org.cairncache.benchmarks.hits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Traces of real programs that come with Caffeine's simulator. Its jar holds nothing else that is
 * used here, and is large: it is on the class path only in the Maven profiles {@code bench} and
 * {@code nightly}.
 */
final class RealTraces {
  /** Says why there are none. */
  static final String ABSENT =
      "Real traces are left out: the Maven profiles bench and nightly bring them.";

  private static final String FOLDER = "/com/github/benmanes/caffeine/cache/simulator/parser/";

  private static final List<File> FILES =
      List.of(
          lirs("2_pools", "2_pools, an index and its records"),
          lirs("cpp", "cpp, the preprocessor"),
          lirs("cs", "cs, an interactive search"),
          lirs("gli", "gli, text retrieval"),
          lirs("ps", "ps, PostgreSQL joins"),
          lirs("sprite", "sprite, a file server"),
          lirs("multi1", "multi1, cs and cpp"),
          lirs("multi2", "multi2, cs, cpp and ps"),
          lirs("multi3", "multi3, cpp, gli and ps"),
          new File("gcc", "address/gcc.trace.gz", "gcc, memory", TraceFormat.ADDRESSES),
          new File("twolf", "address/twolf.trace.gz", "twolf, memory", TraceFormat.ADDRESSES),
          new File("corda", "corda/trace_vaultservice.gz", "corda, a ledger", TraceFormat.LONGS));

  private RealTraces() {}

  /** Those that are on the class path. */
  static List<Trace> present() {
    var traces = new ArrayList<Trace>();
    for (File file : FILES) {
      URL url = RealTraces.class.getResource(FOLDER + file.path);
      if (url != null) {
        traces.add(file.read(url));
      }
    }
    return traces;
  }

  private static File lirs(String id, String label) {
    return new File(id, "lirs/" + id + ".trace.gz", label, TraceFormat.NUMBERS);
  }

  private record File(String id, String path, String label, TraceFormat format) {
    private Trace read(URL url) {
      try (InputStream content = new GZIPInputStream(url.openStream())) {
        return Trace.of(id, label, format.read(content));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
