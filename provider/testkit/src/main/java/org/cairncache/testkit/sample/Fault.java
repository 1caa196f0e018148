package org.cairncache.testkit.sample;

/** What a broken twin of {@link SampleStore} does wrong. */
public enum Fault {
  /** Compares and sets in two steps, so that two writers may both win. */
  LOST_COMPARE_AND_SET,
  /** Its token is a hash of the value: what was changed and changed back looks untouched. */
  ABA_TOKEN,
  /** Answers getLatest with what it read before, though others have written since. */
  STALE_LATEST,
  /** Pages through its keys by number, so that what moves up after a removal is skipped. */
  KEY_DROPPED_IN_ITERATION,
  /** A touch makes a new token, and whoever holds the old one loses. */
  TOKEN_BROKEN_BY_TOUCH,
  /** Says of every entry that it is there still. */
  BLIND_REVALIDATION,
  /** Reports a failure of its medium as a conflict, or as nothing there. */
  SWALLOWED_FAILURE
}
