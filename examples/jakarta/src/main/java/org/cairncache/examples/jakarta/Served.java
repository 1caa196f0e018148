package org.cairncache.examples.jakarta;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonObjectBuilder;
import org.cairncache.freshness.CachedObserver.Answer;
import org.cairncache.freshness.CachedObserver.Source;
import org.jspecify.annotations.Nullable;

/** How the cache answered this request. For one thread. */
@RequestScoped
public class Served {
  private @Nullable Answer answer;
  private @Nullable Source source;

  void by(Answer answer, Source source) {
    this.answer = answer;
    this.source = source;
  }

  /** Fresh, stale, loaded and so on; null if nothing was asked. */
  @Nullable Answer answer() {
    return answer;
  }

  /** From which level, or from the method itself; null if nothing was asked. */
  @Nullable Source source() {
    return source;
  }

  JsonObjectBuilder addTo(JsonObjectBuilder json) {
    return json.add("answer", String.valueOf(answer)).add("from", String.valueOf(source));
  }
}
