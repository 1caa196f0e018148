/** Entries in Redis: one key for each, over one connection that the caches of a manager share. */
@NullMarked
package org.cairncache.redis;

import org.jspecify.annotations.NullMarked;
