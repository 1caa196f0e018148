/** Rate limits that threads share, kept in a cache by Bucket4j. */
@NullMarked
package org.cairncache.examples.bucket4j;

import org.jspecify.annotations.NullMarked;
