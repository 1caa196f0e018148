/** A cache in files. */
@NullMarked
package org.cairncache.benchmarks.file;

import org.jspecify.annotations.NullMarked;
