/** Memory over files over Redis: which of them answers, step by step. */
@NullMarked
package org.cairncache.examples.chain;

import org.jspecify.annotations.NullMarked;
