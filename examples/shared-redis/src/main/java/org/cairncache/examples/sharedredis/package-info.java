/** Two processes that count on one Redis, and what a caller sees while it is killed. */
@NullMarked
package org.cairncache.examples.sharedredis;

import org.jspecify.annotations.NullMarked;
