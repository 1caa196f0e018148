/**
 * Entries as objects in a bucket: one for each, on nothing but conditional writes. A room for such
 * a service implements {@link org.cairncache.spi.object.ObjectBucket}, one method for each request,
 * and opens its stores by {@link org.cairncache.spi.object.ObjectStores}. What a request that went
 * wrong has done, how writers that meet are told apart, listing, clearing and the clock are here.
 */
@NullMarked
package org.cairncache.spi.object;

import org.jspecify.annotations.NullMarked;
