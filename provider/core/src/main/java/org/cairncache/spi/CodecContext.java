package org.cairncache.spi;

/**
 * What a codec is made for.
 *
 * @param cacheName the name of the cache, any text
 * @param type the configured type of the keys or values, {@code Object.class} if none was
 * @param classLoader all decoding resolves classes through it
 * @param allowList the classes that may be made of bytes
 * @param maximumBytes no encoded key or value is longer than this
 */
public record CodecContext<T>(
    String cacheName,
    Class<T> type,
    ClassLoader classLoader,
    AllowList allowList,
    int maximumBytes) {}
