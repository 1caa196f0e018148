package org.cairncache.jcache;

import java.util.ArrayList;
import java.util.List;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import org.jspecify.annotations.Nullable;

/** A policy of an application's own: it notes the questions and answers as it is told. */
final class ScriptedPolicy implements ExpiryPolicy {
  final List<String> questions = new ArrayList<>();
  @Nullable Duration answer;
  @Nullable RuntimeException failure;

  @Override
  public @Nullable Duration getExpiryForCreation() {
    return answer("creation");
  }

  @Override
  public @Nullable Duration getExpiryForAccess() {
    return answer("access");
  }

  @Override
  public @Nullable Duration getExpiryForUpdate() {
    return answer("update");
  }

  private @Nullable Duration answer(String question) {
    questions.add(question);
    if (failure != null) {
      throw failure;
    }
    return answer;
  }
}
