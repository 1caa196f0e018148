package org.cairncache.examples.sharedredis;

/**
 * What callers saw in one second.
 *
 * @param event what happened to Redis in it; empty if nothing
 * @param hits gets that found what is there
 * @param misses gets that did not, as Redis did not answer
 * @param changed puts and increments that returned
 * @param refused those that threw, and were not carried out
 * @param unknown those that threw, and nobody knows whether they were
 * @param slowestMillis how long the slowest call took that ended in it
 */
record Second(
    String event,
    long hits,
    long misses,
    long changed,
    long refused,
    long unknown,
    long slowestMillis) {}
