/** What Prometheus reads of a cached function that is fresh, stale, and fails. */
@NullMarked
package org.cairncache.examples.metrics;

import org.jspecify.annotations.NullMarked;
