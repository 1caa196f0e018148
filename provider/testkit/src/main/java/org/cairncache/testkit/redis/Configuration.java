package org.cairncache.testkit.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What a server is started with.
 *
 * @param lines of its configuration, but for port and directory
 * @param options of the command line
 * @param greeting how the testkit's own connections begin
 */
record Configuration(List<String> lines, List<String> options, List<List<String>> greeting) {
  /** A user that tests do not touch, so that what they do to the others locks nobody out here. */
  static final String USER = "cairn-testkit";

  static final String PASSWORD = UUID.randomUUID().toString();

  Configuration {
    lines = List.copyOf(lines);
    options = List.copyOf(options);
    greeting = List.copyOf(greeting);
  }

  /** Of a server that holds data, in memory only; what a test sets comes last and wins. */
  static Configuration data(List<String> settings) {
    List<String> lines = new ArrayList<>();
    lines.add("save \"\"");
    lines.add("appendonly no");
    lines.add("user " + USER + " on >" + PASSWORD + " ~* &* +@all");
    lines.add("masteruser " + USER);
    lines.add("masterauth " + PASSWORD);
    // A replica is linked in a moment, not when others may have come too.
    lines.add("repl-diskless-sync yes");
    lines.add("repl-diskless-sync-delay 0");
    if (Installation.get().release() >= 7) {
      lines.add("enable-debug-command yes");
    }
    lines.addAll(settings);
    return new Configuration(lines, List.of(), List.of(List.of("AUTH", USER, PASSWORD)));
  }

  /** Of a sentinel. */
  static Configuration sentinel(List<String> settings) {
    return new Configuration(settings, List.of("--sentinel"), List.of());
  }

  List<String> at(int port, WorkingDirectory directory) {
    List<String> all = new ArrayList<>();
    all.add("port " + port);
    all.add("bind " + Endpoint.LOOPBACK);
    all.add("dir \"" + directory.path() + "\"");
    all.addAll(lines);
    return all;
  }
}
