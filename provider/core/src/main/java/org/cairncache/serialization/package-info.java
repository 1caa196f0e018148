/** Values by Java serialization, behind an allow-list and limits. */
@NullMarked
package org.cairncache.serialization;

import org.jspecify.annotations.NullMarked;
