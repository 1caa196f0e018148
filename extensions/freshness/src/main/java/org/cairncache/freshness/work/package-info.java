/**
 * What functions and background tasks share: threads, pauses after failures, and entries that hold
 * a key's place. Not for applications.
 */
@NullMarked
package org.cairncache.freshness.work;

import org.jspecify.annotations.NullMarked;
