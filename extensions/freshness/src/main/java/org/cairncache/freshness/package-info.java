/**
 * Functions whose results are cached, with an age up to which they are fresh and one up to which
 * they may be served stale.
 */
@NullMarked
package org.cairncache.freshness;

import org.jspecify.annotations.NullMarked;
