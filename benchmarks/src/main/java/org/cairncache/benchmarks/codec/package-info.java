/** The codecs and copiers side by side. */
@NullMarked
package org.cairncache.benchmarks.codec;

import org.jspecify.annotations.NullMarked;
