package org.cairncache.benchmarks.cdi;

/** The calls of beans that are measured side by side. */
enum LookupKind {
  /** Through a proxy. */
  PLAIN("plain", LookupBeans.Plain.class),
  /** With an interceptor that proceeds: what any interceptor costs. */
  TRIVIAL("trivial interceptor", LookupBeans.Trivial.class),
  /** A hit of {@code @CacheResult}. */
  RESULT("@CacheResult, hit", LookupBeans.Result.class),
  /** The same, with {@code @KeyTemplate}. */
  TEMPLATE("@CacheResult with @KeyTemplate", LookupBeans.Template.class),
  /** The same, with {@code @Freshness}. */
  FRESH("@CacheResult with @KeyTemplate and @Freshness", LookupBeans.Fresh.class);

  private final String label;
  private final Class<? extends Lookup> bean;

  LookupKind(String label, Class<? extends Lookup> bean) {
    this.label = label;
    this.bean = bean;
  }

  /** What tables and charts call it. */
  String label() {
    return label;
  }

  Class<? extends Lookup> bean() {
    return bean;
  }
}
