package org.cairncache.examples.spring;

/** The glossary does not have the word. */
final class UnknownWordException extends RuntimeException {
  private static final long serialVersionUID = 1;

  UnknownWordException(String word) {
    super("Nobody has said what this means: " + word);
  }
}
