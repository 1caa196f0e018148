/** One interceptor for each annotation. Not for applications. */
@NullMarked
package org.cairncache.cdi.interceptor;

import org.jspecify.annotations.NullMarked;
