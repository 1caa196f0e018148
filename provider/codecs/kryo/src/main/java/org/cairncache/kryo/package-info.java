/** Values by Kryo, and copies on the heap. */
@NullMarked
package org.cairncache.kryo;

import org.jspecify.annotations.NullMarked;
