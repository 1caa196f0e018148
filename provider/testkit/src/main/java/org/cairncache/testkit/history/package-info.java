/**
 * Histories of concurrent calls, and the search for an order that explains them (Wing and Gong).
 */
@NullMarked
package org.cairncache.testkit.history;

import org.jspecify.annotations.NullMarked;
