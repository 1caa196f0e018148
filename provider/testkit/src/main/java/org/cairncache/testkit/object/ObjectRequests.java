package org.cairncache.testkit.object;

/**
 * What a service calls its requests, in the log.
 *
 * @param touch what moves a deadline
 */
public record ObjectRequests(
    String read, String write, String delete, String deleteAll, String list, String touch) {}
