/**
 * Draws charts as SVG that needs nothing else: no scripts, no fonts, no style sheets. The same
 * figures give the same bytes on every machine, as no font is measured.
 */
@NullMarked
package org.cairncache.benchmarks.svg;

import org.jspecify.annotations.NullMarked;
