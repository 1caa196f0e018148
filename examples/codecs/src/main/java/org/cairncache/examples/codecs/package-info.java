/** One value in files, by each codec. */
@NullMarked
package org.cairncache.examples.codecs;

import org.jspecify.annotations.NullMarked;
