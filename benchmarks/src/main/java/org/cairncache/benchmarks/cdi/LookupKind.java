package org.cairncache.benchmarks.cdi;

/** The calls of beans that are measured side by side. */
enum LookupKind {
  /** Through a proxy. */
  PLAIN(LookupBeans.Plain.class),
  /** With an interceptor that proceeds: what any interceptor costs. */
  TRIVIAL(LookupBeans.Trivial.class),
  /** A hit of {@code @CacheResult}. */
  RESULT(LookupBeans.Result.class),
  /** The same, with {@code @KeyTemplate}. */
  TEMPLATE(LookupBeans.Template.class),
  /** The same, with {@code @Freshness}. */
  FRESH(LookupBeans.Fresh.class);

  private final Class<? extends Lookup> bean;

  LookupKind(Class<? extends Lookup> bean) {
    this.bean = bean;
  }

  Class<? extends Lookup> bean() {
    return bean;
  }
}
