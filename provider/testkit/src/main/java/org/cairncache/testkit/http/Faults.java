package org.cairncache.testkit.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults that wait for requests. Of several that fit, the one that was set first meets the
 * request. Thread-safe.
 */
public final class Faults {
  private final List<Rule> rules = new ArrayList<>();
  private long met;

  /** None yet. */
  public Faults() {}

  /** The next so many requests, whichever they are, meet it. */
  public void next(int count, Fault fault) {
    next(count, request -> true, fault);
  }

  /** The next so many requests for an operation meet it. */
  public void next(int count, String operation, Fault fault) {
    next(count, request -> request.operation().equals(operation), fault);
  }

  /** The next so many of these requests meet it. */
  public synchronized void next(int count, Predicate<Request> which, Fault fault) {
    rules.add(new Rule(which, fault, count));
  }

  /**
   * All these requests meet it until {@link #clear}.
   *
   * @param which asked once for each request, by one thread at a time
   */
  public void when(Predicate<Request> which, Fault fault) {
    next(Integer.MAX_VALUE, which, fault);
  }

  /** Lets all requests pass from now. */
  public synchronized void clear() {
    rules.clear();
  }

  /** How many requests met one. */
  public synchronized long met() {
    return met;
  }

  /** How many more requests would have to come until all faults that are counted were met. */
  public synchronized int pending() {
    return rules.stream().mapToInt(rule -> rule.left).filter(n -> n < Integer.MAX_VALUE).sum();
  }

  /**
   * The fault that a request meets, null if it meets none; asked once for each. A protocol asks for
   * those that one request bundles.
   */
  public synchronized @Nullable Fault claim(Request request) {
    for (Rule rule : rules) {
      if (rule.which.test(request)) {
        rule.left -= rule.left == Integer.MAX_VALUE ? 0 : 1;
        rules.removeIf(spent -> spent.left == 0);
        met++;
        return rule.fault;
      }
    }
    return null;
  }

  /** Guarded by the faults that have it. */
  private static final class Rule {
    private final Predicate<Request> which;
    private final Fault fault;
    private int left;

    Rule(Predicate<Request> which, Fault fault, int left) {
      this.which = which;
      this.fault = fault;
      this.left = left;
    }
  }
}
