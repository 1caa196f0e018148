/** One process writes for all, two read, and another one takes over when the writer is killed. */
@NullMarked
package org.cairncache.examples.writerreader;

import org.jspecify.annotations.NullMarked;
