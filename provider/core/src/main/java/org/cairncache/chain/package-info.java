/** The room of chains: near levels over far ones, kept in step. */
@NullMarked
package org.cairncache.chain;

import org.jspecify.annotations.NullMarked;
