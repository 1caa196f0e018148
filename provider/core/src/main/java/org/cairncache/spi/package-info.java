/**
 * What a store, a codec or a copier implements, and all that it may see of Cairn.
 *
 * <p>This surface is kept minimal on purpose. A method is added to {@link org.cairncache.spi.Store}
 * only when at least two rooms do it measurably better than the loop over the existing methods that
 * becomes its default; a method is never added for the convenience of one caller. The contract
 * suite of {@code cairn-testkit} is the other half of each sentence written here.
 */
@NullMarked
package org.cairncache.spi;

import org.jspecify.annotations.NullMarked;
