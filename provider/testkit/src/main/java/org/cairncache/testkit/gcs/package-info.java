/**
 * A Google Cloud Storage of a test's own, in memory, whose preconditions are atomic.
 *
 * <p>What it does is what the documents of the JSON API say of the methods it knows
 * (https://docs.cloud.google.com/storage/docs/json_api/v1). Each class names the document and the
 * section of its rules, and what it does though no document was found to say so. What it does not
 * know it refuses with {@code 501}. It looks at no credentials.
 */
@NullMarked
package org.cairncache.testkit.gcs;

import org.jspecify.annotations.NullMarked;
