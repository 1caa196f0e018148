package org.cairncache.benchmarks.svg;

/**
 * How a series is told from the others: by a colour that colour-blind people can tell too (the
 * palette of Okabe and Ito, with grey for its yellow), by the dashes of its line and by its marker.
 *
 * @param number of the series, from 0
 */
record Ink(int number) {
  private static final String[] COLOURS = {
    "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#7F7F7F"
  };
  private static final String[] DASHES = {
    "none", "8 3", "2 3", "10 3 2 3", "5 2", "12 4", "1 2", "8 2 2 2 2 2"
  };
  private static final String[] MARKERS = {
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z", // circle
    "M-4 -4h8v8h-8z", // square
    "M0 -5l5 9h-10z", // triangle
    "M0 -5.5l5 5.5l-5 5.5l-5 -5.5z", // diamond
    "M0 5l5 -9h-10z", // triangle on its head
    "M-1.5 -5h3v3.5h3.5v3h-3.5v3.5h-3v-3.5h-3.5v-3h3.5z", // plus
    "M-5 -2h10v4h-10z", // bar
    "M-2 -5h4v10h-4z" // post
  };

  String colour() {
    return COLOURS[number % COLOURS.length];
  }

  String dashes() {
    return DASHES[turned() % DASHES.length];
  }

  /** Draws the marker about that point. */
  void mark(Svg svg, double x, double y) {
    svg.element(
        "path",
        "d",
        MARKERS[turned() % MARKERS.length],
        "fill",
        colour(),
        "transform",
        "translate(" + Svg.length(x) + " " + Svg.length(y) + ")");
  }

  /** Another dash and marker where a colour comes again. */
  private int turned() {
    return number + number / COLOURS.length;
  }
}
