package org.cairncache.redis;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairncache.spi.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * What a URI says of where Redis is.
 *
 * @param nodes at least one; of a Sentinel setup the sentinels, of a Cluster some of its nodes
 * @param user the ACL user, or null for the default one
 * @param database its number; 0 in a Cluster
 * @param master what the sentinels call the primary; empty elsewhere
 * @param tls whether connections are encrypted
 * @param prefix what all keys begin with
 */
record RedisLocation(
    Kind kind,
    List<Node> nodes,
    @Nullable String user,
    int database,
    String master,
    boolean tls,
    String prefix) {

  /** How the servers are arranged. */
  enum Kind {
    STANDALONE("redis"),
    SENTINEL("redis-sentinel"),
    CLUSTER("redis-cluster");

    private final String scheme;

    Kind(String scheme) {
      this.scheme = scheme;
    }
  }

  /** Where a server listens. */
  record Node(String host, int port) {}

  static final String TLS_SCHEME = "rediss";
  static final Set<String> SCHEMES =
      Set.of(Kind.STANDALONE.scheme, TLS_SCHEME, Kind.SENTINEL.scheme, Kind.CLUSTER.scheme);

  private static final String DEFAULT_PREFIX = "cairn";
  private static final int REDIS_PORT = 6379;
  private static final int SENTINEL_PORT = 26379;
  private static final Pattern FORM =
      Pattern.compile(
          "(?<scheme>[^:]+)://(?:(?<user>[^@/?#]+)@)?(?<nodes>[^@/?#]+)(?:/(?<database>\\d{0,4}))?"
              + "(?:\\?(?<query>[^#]*))?(?:#(?<master>.*))?");
  private static final Pattern NODE =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^:\\[\\]]+)(?::(?<port>\\d{1,5}))?");

  RedisLocation {
    nodes = List.copyOf(nodes);
  }

  /**
   * Reads a URI, such as {@code redis://user@host:6379/0?prefix=app}, {@code
   * redis-sentinel://host1,host2,host3/0#master} or {@code redis-cluster://host1,host2?tls=true}.
   *
   * @throws StoreException if it says something else, with what it should
   */
  static RedisLocation of(URI uri) {
    Matcher form = FORM.matcher(uri.toString());
    if (!form.matches()) {
      throw wrong(uri, "it is not scheme://user@host:port/database?prefix=…");
    }
    Kind kind = kind(uri);
    Map<String, String> query = query(uri, form.group("query"));
    return new RedisLocation(
        kind,
        nodes(uri, form.group("nodes"), kind),
        form.group("user") == null ? null : decoded(form.group("user")),
        database(uri, form.group("database"), kind),
        master(uri, form.group("master"), kind),
        TLS_SCHEME.equals(uri.getScheme()) || flag(uri, query.getOrDefault("tls", "false")),
        query.getOrDefault("prefix", DEFAULT_PREFIX));
  }

  private static Kind kind(URI uri) {
    for (Kind kind : Kind.values()) {
      if (kind.scheme.equals(uri.getScheme())) {
        return kind;
      }
    }
    return Kind.STANDALONE;
  }

  private static List<Node> nodes(URI uri, String text, Kind kind) {
    List<Node> nodes = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher node = NODE.matcher(part);
      if (!node.matches()) {
        throw wrong(uri, "each server is host or host:port");
      }
      int standard = kind == Kind.SENTINEL ? SENTINEL_PORT : REDIS_PORT;
      String port = node.group("port");
      nodes.add(new Node(node.group("host"), port == null ? standard : port(uri, port)));
    }
    if (kind == Kind.STANDALONE && nodes.size() > 1) {
      throw wrong(uri, "several servers are a redis-cluster:// or redis-sentinel://");
    }
    return nodes;
  }

  private static int port(URI uri, String text) {
    int port = Integer.parseInt(text);
    if (port < 1 || port > 65_535) {
      throw wrong(uri, "a port is from 1 to 65535");
    }
    return port;
  }

  private static int database(URI uri, @Nullable String text, Kind kind) {
    int database = text == null || text.isEmpty() ? 0 : Integer.parseInt(text);
    if (kind == Kind.CLUSTER && database != 0) {
      throw wrong(uri, "a Cluster has the database 0 only");
    }
    return database;
  }

  private static String master(URI uri, @Nullable String text, Kind kind) {
    String name = text == null ? "" : decoded(text);
    if (kind == Kind.SENTINEL && name.isEmpty()) {
      throw wrong(uri, "the name of the primary must follow as #name");
    }
    if (kind != Kind.SENTINEL && !name.isEmpty()) {
      throw wrong(uri, "only redis-sentinel:// has a #name");
    }
    return name;
  }

  private static Map<String, String> query(URI uri, @Nullable String text) {
    Map<String, String> query = new HashMap<>();
    for (String part : text == null || text.isEmpty() ? new String[0] : text.split("&", -1)) {
      int equals = part.indexOf('=');
      String name = equals < 0 ? part : part.substring(0, equals);
      if (!Set.of("prefix", "tls").contains(name)) {
        throw wrong(uri, "after ? there may be prefix=… and tls=true, not " + name);
      }
      query.put(name, equals < 0 ? "" : decoded(part.substring(equals + 1)));
    }
    return query;
  }

  private static boolean flag(URI uri, String text) {
    if (!text.equals("true") && !text.equals("false")) {
      throw wrong(uri, "tls must be true or false");
    }
    return text.equals("true");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static StoreException wrong(URI uri, String problem) {
    return new StoreException("The URI " + uri + " names no Redis: " + problem);
  }
}
