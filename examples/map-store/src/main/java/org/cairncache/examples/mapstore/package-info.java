/** The store that docs/write-a-store.md writes. */
@NullMarked
package org.cairncache.examples.mapstore;

import org.jspecify.annotations.NullMarked;
