/**
 * An S3 of a test's own, in memory, whose conditions are atomic.
 *
 * <p>What it does is what the API reference of Amazon S3 says of the operations it knows; see
 * {@code docs.aws.amazon.com/AmazonS3/latest/API}. What it does not know it refuses with {@code 501
 * NotImplemented}. It checks no signatures.
 */
@NullMarked
package org.cairncache.testkit.s3;

import org.jspecify.annotations.NullMarked;
