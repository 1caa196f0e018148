/** What cached functions and stores tell, as Micrometer's meters. */
@NullMarked
package org.cairncache.micrometer;

import org.jspecify.annotations.NullMarked;
