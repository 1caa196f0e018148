package org.cairncache.spi;

import org.jspecify.annotations.Nullable;

/**
 * One change of {@link Store#replaceAll}: the arguments of {@link Store#replace} but the key.
 *
 * @param expected the entry that must still be there, or null if none may be
 */
public record Replacement<V>(
    @Nullable Stored<V> expected, V value, Lifetime lifetime, Attributes attributes) {}
