/**
 * Values that are loaded on a schedule, so that no request loads them: by every process for itself,
 * or by one process for all that share a store.
 */
@NullMarked
package org.cairncache.freshness.background;

import org.jspecify.annotations.NullMarked;
