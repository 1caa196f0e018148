/**
 * The annotations of JSR-107 in Jakarta CDI 4.0 and newer, and those that Cairn puts beside them.
 */
@NullMarked
package org.cairncache.cdi;

import org.jspecify.annotations.NullMarked;
