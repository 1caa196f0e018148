/** The statistics of a cache as Micrometer's meters. */
@NullMarked
package org.cairncache.examples.micrometer;

import org.jspecify.annotations.NullMarked;
