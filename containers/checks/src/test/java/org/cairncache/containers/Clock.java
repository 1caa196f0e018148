package org.cairncache.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The world clock as one visitor speaks to it. Thread-safe. */
final class Clock {
  private final Visitor visitor;

  Clock(Visitor visitor) {
    this.visitor = visitor;
  }

  /** Asks for the time in a city, whatever comes of it. */
  Answer ask(String city) {
    return new Answer(visitor.get("api/times/" + city));
  }

  /** What the status says, as JSON. */
  String status() {
    return new Answer(visitor.get("api/status")).body();
  }

  /** How often the source of this server was really called. */
  int calls() {
    return Integer.parseInt(field(status(), "calls"));
  }

  String note(String city) {
    return new Answer(visitor.get("api/notes/" + city)).body();
  }

  void write(String city, String note) {
    assertThat(visitor.put("api/notes/" + city, note).statusCode()).isBetween(200, 299);
  }

  void forget(String what) {
    assertThat(visitor.delete("api/times" + what).statusCode()).isBetween(200, 299);
  }

  void breakSource(boolean broken) {
    assertThat(visitor.put("api/source?broken=" + broken, "").statusCode()).isBetween(200, 299);
  }

  /** What came back. */
  record Answer(int status, String body) {
    Answer(HttpResponse<String> response) {
      this(response.statusCode(), response.body());
    }

    /** How it came: FRESH, STALE, STALE_ON_ERROR, LOADED or ERROR. */
    String kind() {
      return field(body, "answer");
    }

    /** From where: NEAR, STORE or LOADER. */
    String from() {
      return field(body, "from");
    }

    /** Which call of the source it was. */
    int call() {
      return Integer.parseInt(field(body, "call"));
    }
  }

  private static String field(String json, String name) {
    Matcher field = Pattern.compile("\"" + name + "\":\"?([^,\"}]*)").matcher(json);
    assertThat(field.find()).as("%s in %s", name, json).isTrue();
    return field.group(1);
  }
}
