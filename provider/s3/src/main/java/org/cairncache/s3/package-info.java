/**
 * Caches in Amazon S3 and in what speaks its protocol, on the AWS SDK: one object for each entry.
 */
@NullMarked
package org.cairncache.s3;

import org.jspecify.annotations.NullMarked;
