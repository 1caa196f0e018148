package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The slow source of the samples in the documentation; it keeps what it was asked. */
@ApplicationScoped
public class Repository {
  private final List<String> asked = new ArrayList<>();

  synchronized String find(Object what) {
    asked.add("find " + what);
    return what + " of " + asked.size();
  }

  CompletionStage<String> findAsync(Object what) {
    return CompletableFuture.completedFuture(find(what));
  }

  synchronized void change(Object what) {
    asked.add("change " + what);
  }

  /** What it was asked. */
  public synchronized List<String> asked() {
    return List.copyOf(asked);
  }
}
