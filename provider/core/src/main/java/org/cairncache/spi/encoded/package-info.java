/**
 * Entries as bytes, for stores that leave the heap: the envelope around each, the text of each key,
 * and the store that turns one on bytes into one on objects. A room on bytes implements {@code
 * Store<String, byte[]>} and hands it to {@link org.cairncache.spi.encoded.EncodedStore}.
 */
@NullMarked
package org.cairncache.spi.encoded;

import org.jspecify.annotations.NullMarked;
