package org.cairncache.examples.jakarta;

/** Nobody can be asked for the time of this city: it is not in the tz database. */
public class NoSuchCityException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoSuchCityException(String id) {
    super("There is no city " + id + "; one is Europe/Berlin");
  }
}
