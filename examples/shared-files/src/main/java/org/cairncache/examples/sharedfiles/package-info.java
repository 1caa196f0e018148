/** Two processes that share their work, and its results, through a cache in files. */
@NullMarked
package org.cairncache.examples.sharedfiles;

import org.jspecify.annotations.NullMarked;
