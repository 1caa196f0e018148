/**
 * A bean for each annotation and scope, spoken to over HTTP. What a method answers ends with {@code
 * #n}: the how-manieth real call of it made that. So who asks sees whether it came from a cache.
 */
@NullMarked
package org.cairncache.containers.probe;

import org.jspecify.annotations.NullMarked;
