package org.cairncache.spi;

/**
 * A change was asked for and no answer came, or not the whole one: it may have been carried out,
 * may be carried out later, or never. Nobody can say, so no result is made up. Read the entry, or
 * repeat what does no harm twice.
 */
public final class OutcomeUnknownException extends StoreException {
  private static final long serialVersionUID = 1L;

  /** With what was asked for. */
  public OutcomeUnknownException(String message) {
    super(message);
  }

  /** With what was asked for and why the answer did not come. */
  public OutcomeUnknownException(String message, Throwable cause) {
    super(message, cause);
  }
}
