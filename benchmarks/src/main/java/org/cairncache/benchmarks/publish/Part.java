package org.cairncache.benchmarks.publish;

import java.util.List;
import org.cairncache.benchmarks.report.Measured;

/**
 * What is measured in one JVM, apart from all else.
 *
 * @param id names the part on the command line, and its file
 * @param title heads its section of the page
 * @param jvm flags of its JVM, beside those of the one that starts it
 * @param measuring does the work
 */
record Part(String id, String title, List<String> jvm, Measuring measuring) {
  /** A part that needs no flags of its own. */
  Part(String id, String title, Measuring measuring) {
    this(id, title, List.of(), measuring);
  }

  /** Measures, and tells its progress on standard error. */
  interface Measuring {
    /** Everything that there is to publish. */
    Measured measure(Form form) throws Exception;
  }
}
