package org.cairncache.testkit.object;

/** An answer of a service that is not what was asked for. */
public enum Trouble {
  /** Another request on the same object is under way. */
  CONFLICT,
  /** There is no such object. */
  NOT_FOUND,
  /** What is there does not meet the condition. */
  UNMET,
  /** Something went wrong, nobody knows when. */
  ERROR,
  /** The service has no time, and nobody knows when it noticed. */
  UNAVAILABLE,
  /** Too many requests: it was not carried out, says the documentation. */
  BUSY,
  /** The status says that all is well, and the body that it is not. */
  ERROR_IN_BODY,
  /** The credentials may not do that. */
  DENIED
}
