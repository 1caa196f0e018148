/**
 * A Google Cloud Storage of a test's own, in memory, whose preconditions are atomic.
 *
 * <p>What it does is what the documentation of the JSON API says of the methods it knows: {@code
 * cloud.google.com/storage/docs/json_api/v1}. Each class names its section. What it does not know
 * it refuses with {@code 501}. It looks at no credentials.
 */
@NullMarked
package org.cairncache.testkit.gcs;

import org.jspecify.annotations.NullMarked;
