/**
 * A small store that leaves the heap as far as its contract can tell, and seven broken twins of it:
 * whoever changes the contract sees by them that it still notices.
 */
@NullMarked
package org.cairncache.testkit.sample;

import org.jspecify.annotations.NullMarked;
