/**
 * The front: JSR-107 over one store SPI.
 *
 * <p>{@link org.cairncache.jcache.JCache} checks arguments and delegates. Reads go through {@link
 * org.cairncache.jcache.Reader}. Every mutation is an {@link org.cairncache.jcache.Operation}, a
 * pure function from the live entry to a {@link org.cairncache.jcache.Step}, and {@link
 * org.cairncache.jcache.Updater} is the only loop that carries steps out.
 */
@NullMarked
package org.cairncache.jcache;

import org.jspecify.annotations.NullMarked;
