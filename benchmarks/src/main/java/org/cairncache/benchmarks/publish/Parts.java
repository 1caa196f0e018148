package org.cairncache.benchmarks.publish;

import java.util.ArrayList;
import java.util.List;
import org.cairncache.benchmarks.cdi.CdiMain;
import org.cairncache.benchmarks.file.FileMain;
import org.cairncache.benchmarks.freshness.MirrorMain;

/** The list of what is measured; a line added here is measured, published and in the page. */
final class Parts {
  /** In the order of the page. */
  static final List<Part> ALL =
      List.of(
          new Part("freshness", "Background tasks", form -> MirrorMain.measure(form.quick())),
          new Part("cdi", "CDI", form -> CdiMain.measure(form.quick() ? 3 : 200)),
          new Part("file", "Files", form -> FileMain.measure(form.quick())));

  private Parts() {}

  /**
   * Those of these ids, in the order of the list; all for none.
   *
   * @throws IllegalArgumentException if there is no part of some id
   */
  static List<Part> named(List<Part> parts, List<String> ids) {
    var unknown = new ArrayList<>(ids);
    unknown.removeAll(parts.stream().map(Part::id).toList());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "No part " + unknown + "; known: " + parts.stream().map(Part::id).toList());
    }
    return ids.isEmpty() ? parts : parts.stream().filter(p -> ids.contains(p.id())).toList();
  }
}
