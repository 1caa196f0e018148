package org.cairncache.spi.object;

/**
 * What tells one service from others.
 *
 * @param name what messages call it
 * @param creating the condition, in the service's words, under which nothing must be there
 * @param matching the condition under which a version must be there
 * @param noVersion a version in the service's form that no object has
 * @param touchPrice what moving a deadline is and costs, the rest of a sentence
 * @param mostDeleted how many objects one request deletes
 */
public record ObjectService(
    String name,
    String creating,
    String matching,
    String noVersion,
    String touchPrice,
    int mostDeleted) {}
