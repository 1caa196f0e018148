package org.cairncache.cdi.application;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import javax.cache.Cache;
import org.cairncache.CairnCache;
import org.cairncache.cdi.method.ValueTypes;

/** Warns of values that a cache will refuse, before there are any. */
final class Refusals {
  private static final Logger LOG = System.getLogger(Refusals.class.getName());

  private Refusals() {}

  /** Says in the log which types of a method's values its cache refuses, if it is one of Cairn. */
  static void warn(MethodId id, Cache<Object, Object> cache) {
    if (!(cache instanceof CairnCache<Object, Object> cairn)) {
      return;
    }
    for (Class<?> type : ValueTypes.of(id.method())) {
      cairn
          .refusal(type)
          .ifPresent(
              why ->
                  LOG.log(
                      Level.WARNING,
                      id
                          + ": the cache \""
                          + cache.getName()
                          + "\" does not take its values of "
                          + type.getName()
                          + ": "
                          + why));
    }
  }
}
