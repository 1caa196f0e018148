package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.Cache;
import javax.cache.CacheManager;
import org.cairncache.cdi.CacheName;
import org.cairncache.cdi.OfMethod;
import org.cairncache.freshness.Cached2;

/** The samples of what is injected. */
@ApplicationScoped
public class Admin {
  @Inject
  @CacheName("members")
  private Cache<String, String> members;

  @Inject private CacheManager manager;

  @Inject
  @OfMethod(bean = Members.class, name = "team")
  private Cached2<String, Integer, String> teams;

  /** Whether the member is cached. */
  public boolean knows(int id) {
    return members.containsKey("member:" + id);
  }

  /** All caches. */
  public Iterable<String> names() {
    return manager.getCacheNames();
  }

  /** Ends what is known of a page. */
  public void forget(String team, int page) {
    teams.invalidate(team, page);
  }
}
