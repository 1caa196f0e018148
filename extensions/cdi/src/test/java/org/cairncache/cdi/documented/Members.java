package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;

/** The samples with the annotations beside those of JSR-107. */
@ApplicationScoped
@CacheDefaults(cacheName = "members")
public class Members {
  @Inject private Repository repository;

  @CacheResult
  @KeyTemplate("member:{id}")
  public String find(int id) {
    return repository.find(id);
  }

  @CachePut
  @KeyTemplate("member:{id}")
  public void save(int id, @CacheValue String member) {
    repository.change(id + " to " + member);
  }

  @CacheRemove
  @KeyTemplate("member:{id}")
  public void delete(int id) {
    repository.change(id + " to nothing");
  }

  @CacheResult
  @KeyTemplate("team:{team}:{page}")
  @Freshness(
      ttl = "5m",
      stale = "1m",
      staleIfError = "1h",
      tags = {"team:{team}"})
  public String team(String team, int page) {
    return repository.find(team + " page " + page);
  }

  @InvalidateTags("team:{team}")
  public void join(String team, int id) {
    repository.change(id + " in " + team);
  }
}
