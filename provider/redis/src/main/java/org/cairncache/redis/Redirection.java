package org.cairncache.redis;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a node of a Cluster, which refused a command, says that it is to be sent.
 *
 * @param asking whether the slot is only on its way there, so that the command must say so
 */
record Redirection(String host, int port, boolean asking) {
  private static final Pattern FORM =
      Pattern.compile("(?<kind>MOVED|ASK) \\d+ (?<host>.+):(?<port>\\d{1,5})");

  /** What the words of the node say; null if they say something else. */
  static @Nullable Redirection of(@Nullable String words) {
    Matcher form = FORM.matcher(String.valueOf(words));
    return form.matches()
        ? new Redirection(
            form.group("host"),
            Integer.parseInt(form.group("port")),
            form.group("kind").equals("ASK"))
        : null;
  }
}
