package org.cairncache.containers.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;

/** Keys from templates, results that age and have tags, stages, and a slow method. */
@ApplicationScoped
@CacheDefaults(cacheName = "teams")
public class Teams {
  /** How long a result of {@link #aged} is fresh: long enough to be asked twice. */
  static final String TTL = "3s";

  private static final long SLOW_MILLIS = 500;

  @Inject private Calls calls;

  @CacheResult
  @KeyTemplate("team:{team}:{page}")
  public String team(String team, int page) {
    return calls.made("team", team + " " + page);
  }

  @CachePut
  @KeyTemplate("team:{team}:{page}")
  public void save(String team, int page, @CacheValue String value) {
    calls.made("saveTeam", team);
  }

  @CacheRemove
  @KeyTemplate("team:{team}:{page}")
  public void delete(String team, int page) {
    calls.made("deleteTeam", team);
  }

  @CacheResult(cacheName = "aged")
  @KeyTemplate("aged:{team}")
  @Freshness(ttl = TTL, stale = "1h", tags = "colour:{team}")
  public String aged(String team) {
    return calls.made("aged", team);
  }

  @InvalidateTags(value = "colour:{team}", cacheName = "aged")
  public void repaint(String team) {
    calls.made("repaint", team);
  }

  @CacheResult(cacheName = "stages")
  public CompletionStage<String> later(int id) {
    return CompletableFuture.completedFuture(calls.made("later", id));
  }

  @CacheResult(cacheName = "slow")
  public String slow(int id) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(SLOW_MILLIS);
    return calls.made("slow", id);
  }
}
