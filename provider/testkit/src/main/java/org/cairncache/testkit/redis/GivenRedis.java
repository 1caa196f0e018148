package org.cairncache.testkit.redis;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A database of a server that somebody else started, empty before the tests and after them. */
final class GivenRedis implements Redis {
  private static final Pattern DATABASE = Pattern.compile("/\\d+");
  private static final int USUAL_PORT = 6379;

  private final URI uri;
  private final Endpoint endpoint;

  private GivenRedis(URI uri) {
    this.uri = uri;
    endpoint =
        new Endpoint(uri.getHost(), uri.getPort() < 0 ? USUAL_PORT : uri.getPort(), greeting(uri));
  }

  /**
   * The database that the URI names.
   *
   * @throws IllegalStateException if it names none, or one that is not empty
   */
  static GivenRedis at(URI uri) {
    if (!"redis".equals(uri.getScheme())
        || uri.getHost() == null
        || !DATABASE.matcher(uri.getPath()).matches()) {
      throw new IllegalStateException(
          "CAIRN_REDIS_URI must name a server and a database, as redis://127.0.0.1:6379/9 does: the"
              + " database is emptied");
    }
    GivenRedis given = new GivenRedis(uri);
    long keys = given.command("DBSIZE").number();
    if (keys > 0) {
      throw new IllegalStateException(
          "CAIRN_REDIS_URI names "
              + given
              + ", which holds "
              + keys
              + " keys; tests need an empty database, as they empty it");
    }
    return given;
  }

  private static List<List<String>> greeting(URI uri) {
    List<List<String>> greeting = new ArrayList<>();
    if (uri.getUserInfo() != null) {
      List<String> login = new ArrayList<>(List.of("AUTH"));
      login.addAll(List.of(uri.getUserInfo().split(":", 2)));
      login.removeIf(String::isEmpty); // no user before the colon
      greeting.add(List.copyOf(login));
    }
    greeting.add(List.of("SELECT", uri.getPath().substring(1)));
    return greeting;
  }

  @Override
  public String host() {
    return endpoint.host();
  }

  @Override
  public int port() {
    return endpoint.port();
  }

  @Override
  public URI uri() {
    return uri;
  }

  @Override
  public Reply command(byte[]... words) {
    return endpoint.ask(words);
  }

  @Override
  public void flushAll() {
    command("FLUSHDB");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "redis://" + endpoint + uri.getPath();
  }
}
