/** Contracts, clocks and fixtures for anyone who writes a store for Cairn. */
@NullMarked
package org.cairncache.testkit;

import org.jspecify.annotations.NullMarked;
