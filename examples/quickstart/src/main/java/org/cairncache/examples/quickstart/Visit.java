package org.cairncache.examples.quickstart;

/**
 * One module read through the cache, once from the source and then from memory.
 *
 * @param coldNanos how long the get took that called the source
 * @param warmNanos mean of the gets after it
 * @param loadedAtNanos when the source had answered, on the clock of {@link System#nanoTime}
 */
record Visit(ModuleFacts facts, long coldNanos, long warmNanos, long loadedAtNanos) {}
