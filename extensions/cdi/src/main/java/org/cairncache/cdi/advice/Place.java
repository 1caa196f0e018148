package org.cairncache.cdi.advice;

import javax.cache.Cache;

/** A key in a cache. */
record Place(Cache<Object, Object> cache, Object key) {}
