package org.cairncache.spi.encoded;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a URI that equal ones have in common: {@link URI#equals} ignores some cases. */
final class UriForm {
  private static final Pattern ESCAPE = Pattern.compile("%\\p{XDigit}{2}");

  private UriForm() {}

  static String write(URI uri) {
    StringBuilder text = new StringBuilder();
    if (uri.getScheme() != null) {
      text.append(uri.getScheme().toLowerCase(Locale.ROOT)).append(':');
    }
    if (uri.isOpaque()) {
      text.append(upperEscapes(uri.getRawSchemeSpecificPart()));
    } else {
      authority(uri, text);
      text.append(upperEscapes(uri.getRawPath()));
      part('?', uri.getRawQuery(), text);
    }
    part('#', uri.getRawFragment(), text);
    return text.toString();
  }

  private static void authority(URI uri, StringBuilder text) {
    if (uri.getHost() != null) {
      text.append("//");
      if (uri.getRawUserInfo() != null) {
        text.append(upperEscapes(uri.getRawUserInfo())).append('@');
      }
      text.append(uri.getHost().toLowerCase(Locale.ROOT));
      if (uri.getPort() >= 0) {
        text.append(':').append(uri.getPort());
      }
    } else if (uri.getRawAuthority() != null) {
      text.append("//").append(upperEscapes(uri.getRawAuthority()));
    } else if (uri.getRawPath().startsWith("//")) {
      text.append("//"); // or the path would begin with one
    }
  }

  private static void part(char mark, @Nullable String part, StringBuilder text) {
    if (part != null) {
      text.append(mark).append(upperEscapes(part));
    }
  }

  private static String upperEscapes(String text) {
    return ESCAPE.matcher(text).replaceAll(escape -> escape.group().toUpperCase(Locale.ROOT));
  }
}
