/**
 * Configuration files: HOCON, JSON or properties, root key {@code cairn}, and what each key means.
 * Not for use outside of Cairn.
 */
@NullMarked
package org.cairncache.config;

import org.jspecify.annotations.NullMarked;
