/** What interceptors add to a call of a bean. */
@NullMarked
package org.cairncache.benchmarks.cdi;

import org.jspecify.annotations.NullMarked;
