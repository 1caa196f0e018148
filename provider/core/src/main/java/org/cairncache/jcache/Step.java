package org.cairncache.jcache;

import org.jspecify.annotations.Nullable;

/**
 * What an operation decided: the change, what to count, and what the caller gets once the change is
 * committed.
 */
record Step<V, R>(Change<V> change, Lookup lookup, @Nullable R result) {}
