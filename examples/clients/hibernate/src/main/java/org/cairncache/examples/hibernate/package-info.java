/** Hibernate's second-level cache. */
@NullMarked
package org.cairncache.examples.hibernate;

import org.jspecify.annotations.NullMarked;
