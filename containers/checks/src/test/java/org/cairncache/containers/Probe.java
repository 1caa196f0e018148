package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;

/**
 * The probe as one visitor speaks to it. What its methods answer ends with {@code #n}, the
 * how-manieth real call made it. Thread-safe.
 */
final class Probe {
  private final Visitor visitor;

  Probe(Visitor visitor) {
    this.visitor = visitor;
  }

  /** What is there, with a status of success. */
  String get(String path) {
    return successful(path, visitor.get("api/" + path));
  }

  void put(String path) {
    successful(path, visitor.put("api/" + path, ""));
  }

  void delete(String path) {
    successful(path, visitor.delete("api/" + path));
  }

  /** How often a method was really called. */
  int calls(String method) {
    return Integer.parseInt(get("calls/" + method));
  }

  /** How many applications have threads of Cairn in the server. */
  int applicationsWithThreads() {
    return Integer.parseInt(get("applications-with-threads"));
  }

  private static String successful(String path, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isBetween(200, 299);
    return answer.body();
  }
}
