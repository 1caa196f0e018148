package org.cairncache.benchmarks.svg;

/** What lies beneath the title and the legend. */
sealed interface Drawing permits Lines, Bars {
  /** How high it is, with its axes. */
  int height();

  /** Draws it from {@code top} downwards, over the whole width. */
  void draw(Svg svg, int top);

  /** The attributes of the lines behind the figures. */
  static Object[] grid(double x1, double y1, double x2, double y2) {
    return new Object[] {"x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", "#e3e6ea"};
  }

  /** The attributes of the line of a reference. */
  static Object[] reference(double x1, double y1, double x2, double y2) {
    return new Object[] {
      "x1",
      x1,
      "y1",
      y1,
      "x2",
      x2,
      "y2",
      y2,
      "stroke",
      "#24292f",
      "stroke-width",
      1.5,
      "stroke-dasharray",
      "6 4",
      "class",
      "reference"
    };
  }
}
