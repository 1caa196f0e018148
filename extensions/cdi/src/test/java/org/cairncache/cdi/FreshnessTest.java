package org.cairncache.cdi;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheRemove;
import javax.cache.annotation.CacheRemoveAll;
import javax.cache.annotation.CacheResult;
import javax.cache.annotation.CacheValue;
import javax.cache.configuration.MutableConfiguration;
import org.cairncache.freshness.Cached1;
import org.cairncache.freshness.Cached2;
import org.cairncache.freshness.CachedObserver;
import org.cairncache.freshness.Freshness;
import org.cairncache.freshness.LoadContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Methods whose results have an age, and keys that are texts. */
@Timeout(60)
final class FreshnessTest {
  private final Container container = Container.of(Users.class, Injected.class, Hears.class);
  private final Users users = container.get(Users.class);
  private final Injected injected = container.get(Injected.class);

  @ApplicationScoped
  @CacheDefaults(cacheName = "users")
  public static class Users {
    private final AtomicInteger calls = new AtomicInteger();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    @CacheResult
    @KeyTemplate("user:{id}")
    @org.cairncache.cdi.Freshness(ttl = "1h", stale = "1h", tags = "all")
    public String find(@Name("id") int id) throws Exception {
      int call = calls.incrementAndGet();
      gate.await();
      if (id < 0) {
        throw new IOException("no " + id);
      }
      return id == 0 ? null : "user" + id + "." + call;
    }

    @CacheResult
    @KeyTemplate("aging:{id}")
    @org.cairncache.cdi.Freshness(ttl = "50ms", stale = "1h")
    public String aging(@Name("id") int id) throws Exception {
      int call = calls.incrementAndGet();
      gate.await();
      return "aging" + call;
    }

    @CacheResult
    @KeyTemplate("stage:{id}")
    @org.cairncache.cdi.Freshness(ttl = "1h")
    public CompletionStage<String> stage(@Name("id") int id) {
      return completedFuture("stage" + calls.incrementAndGet());
    }

    @CacheResult
    @KeyTemplate("tenant:{tenant}:{id}")
    @org.cairncache.cdi.Freshness(ttl = "1h", tags = "tenant:{tenant}")
    public String ofTenant(@Name("tenant") String tenant, @Name("id") long id) {
      LoadContext.current().tag("loaded");
      return tenant + id + "." + calls.incrementAndGet();
    }

    @CacheResult(skipGet = true)
    @KeyTemplate("user:{id}")
    @org.cairncache.cdi.Freshness(ttl = "1h", stale = "1h")
    public String create(@Name("id") int id) {
      return "created" + calls.incrementAndGet();
    }

    @Inject Users self;

    @CacheResult
    @KeyTemplate("sum:{to}")
    @org.cairncache.cdi.Freshness(ttl = "1h")
    public int sumTo(@Name("to") int to) {
      calls.incrementAndGet();
      return to == 0 ? 0 : to + self.sumTo(to - 1);
    }

    @CachePut
    @KeyTemplate("user:{id}")
    public void put(@Name("id") int id, @CacheValue String user) {}

    @CacheRemove
    @KeyTemplate("user:{id}")
    public void remove(@Name("id") int id) {}

    @CacheRemoveAll
    public void removeAll() {}

    public void shut() {
      gate = new CountDownLatch(1);
    }

    public void open() {
      gate.countDown();
    }

    public CountDownLatch gate() {
      return gate;
    }

    public int calls() {
      return calls.get();
    }

    @InvalidateTags("tenant:{tenant}")
    public void changed(@Name("tenant") String tenant) {}

    @InvalidateTags({"loaded", "all"})
    public void changedAll(boolean fails) {
      if (fails) {
        throw new IllegalStateException("nothing changed");
      }
    }
  }

  @ApplicationScoped
  public static class Injected {
    @Inject
    @CacheName("users")
    Cache<String, String> cache;

    @Inject
    @OfMethod(bean = Users.class, name = "find")
    Cached1<Integer, String> find;

    @Inject
    @OfMethod(bean = Users.class, name = "ofTenant")
    Cached2<String, Long, String> ofTenant;

    public Cache<String, String> cache() {
      return cache;
    }

    @Inject
    @OfMethod(bean = Users.class, name = "sumTo")
    Cached1<Integer, Integer> sumTo;

    public Cached1<Integer, Integer> sumTo() {
      return sumTo;
    }

    public Cached1<Integer, String> find() {
      return find;
    }

    public Cached2<String, Long, String> ofTenant() {
      return ofTenant;
    }
  }

  @ApplicationScoped
  public static class Hears implements CacheObservers {
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Override
    public CachedObserver ofMethod(String cacheName, java.lang.reflect.Method method) {
      return new CachedObserver() {
        @Override
        public void answered(Answer answer, Source source) {
          heard.add(cacheName + "." + method.getName() + " " + answer);
        }
      };
    }

    public List<String> heard() {
      return heard;
    }
  }

  @AfterEach
  void close() {
    users.open();
    container.close();
  }

  @Test
  void call_fresh_isAnsweredByTextKey() throws Exception {
    assertThat(users.find(7)).isEqualTo("user7.1");
    assertThat(users.find(7)).isEqualTo("user7.1");
    assertThat(injected.cache().get("user:7")).isEqualTo("user7.1");
    assertThat(container.get(Hears.class).heard())
        .containsExactly("users.find LOADED", "users.find FRESH");
  }

  @Test
  void call_stale_isAnsweredAtOnceAndRefreshedMeanwhile() throws Exception {
    assertThat(users.aging(1)).isEqualTo("aging1");
    users.shut();
    await().until(() -> users.aging(1).equals("aging1") && users.calls() == 2);
    assertThat(users.aging(1)).isEqualTo("aging1");
    users.open();
    await().until(() -> !users.aging(1).equals("aging1"));
  }

  @Test
  void call_throwsCheckedException_thatComesOutItself() {
    assertThatThrownBy(() -> users.find(-1))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no -1");
  }

  @Test
  void call_returnsNull_thatIsAResult() throws Exception {
    assertThat(users.find(0)).isNull();
    assertThat(users.find(0)).isNull();
    assertThat(users.calls()).isOne();
  }

  @Test
  void stage_itsValueIsCached() {
    assertThat(users.stage(1).toCompletableFuture().join()).isEqualTo("stage1");
    assertThat(users.stage(1).toCompletableFuture().join()).isEqualTo("stage1");
    assertThat(injected.cache().get("stage:1")).isEqualTo("stage1");
  }

  @Test
  void skipGet_isCalledAndItsResultIsFresh() throws Exception {
    users.find(1);
    assertThat(users.create(1)).isEqualTo("created2");
    assertThat(users.create(1)).isEqualTo("created3");
    assertThat(users.find(1)).isEqualTo("created3");
  }

  @Test
  void skipGet_duringALoad_doesNotWaitForItAndIsKept() throws Exception {
    users.shut();
    var old = CompletableFuture.supplyAsync(() -> findUnchecked(3));
    await().until(() -> users.calls() == 1);
    assertThat(users.create(3)).isEqualTo("created2");
    users.open();
    assertThat(old.get()).isEqualTo("user3.1");
    assertThat(users.find(3)).isEqualTo("created2");
  }

  @Test
  void injectedFunction_callsThatTheMethodMakes_areAnsweredFromTheCache() {
    assertThat(users.sumTo(2)).isEqualTo(3);
    assertThat(users.calls()).isEqualTo(3);
    assertThat(injected.sumTo().get(4)).isEqualTo(10);
    assertThat(users.calls()).isEqualTo(5);
    assertThat(users.sumTo(3)).isEqualTo(6);
    assertThat(users.calls()).isEqualTo(5);
  }

  @Test
  void put_beside_isTheResult() throws Exception {
    users.find(1);
    users.put(1, "put");
    assertThat(users.find(1)).isEqualTo("put");
  }

  @Test
  void remove_beside_endsTheResultAndTheLoadUnderWay() throws Exception {
    users.find(1);
    users.remove(1);
    assertThat(users.find(1)).isEqualTo("user1.2");
    changedDuringTheLoad(() -> users.remove(3));
  }

  @Test
  void removeAll_beside_endsTheResultsAndTheLoadsUnderWay() throws Exception {
    users.find(1);
    users.removeAll();
    assertThat(users.find(1)).isEqualTo("user1.2");
    changedDuringTheLoad(users::removeAll);
  }

  private void changedDuringTheLoad(Runnable change) throws Exception {
    users.shut();
    var old = CompletableFuture.supplyAsync(() -> findUnchecked(3));
    await().until(() -> users.calls() == 3);
    CountDownLatch first = users.gate();
    change.run();
    users.shut();
    users.open();
    assertThat(users.find(3)).isEqualTo("user3.4");
    first.countDown();
    assertThat(old.get()).isEqualTo("user3.3");
    assertThat(users.find(3)).isEqualTo("user3.4");
  }

  private String findUnchecked(int id) {
    try {
      return users.find(id);
    } catch (Exception failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void invalidateTags_endsWhatHasThem() throws Exception {
    users.ofTenant("a", 1);
    users.ofTenant("b", 1);
    users.find(1);
    users.changed("a");
    assertThat(users.ofTenant("a", 1)).isEqualTo("a1.4");
    assertThat(users.ofTenant("b", 1)).isEqualTo("b1.2");
    users.changedAll(false);
    assertThat(users.ofTenant("b", 1)).isEqualTo("b1.5");
    assertThat(users.find(1)).isEqualTo("user1.6");
  }

  @ApplicationScoped
  public static class Elsewhere {
    @InvalidateTags(value = "all", cacheName = "users")
    public void changed() {}
  }

  @Test
  void invalidateTags_resultsOfAnotherApplication_endsThemToo(@TempDir Path directory)
      throws Exception {
    Map<String, String> shared =
        Map.of("cairn.cdi.missing-cache", "create", "cairn.cdi.uri", directory.toUri().toString());
    try (Container here = Container.with(shared, Users.class);
        Container elsewhere = Container.with(shared, Elsewhere.class)) {
      Users ofHere = here.get(Users.class);
      assertThat(ofHere.find(1)).isEqualTo("user1.1");
      elsewhere.get(Elsewhere.class).changed();
      assertThat(ofHere.find(1)).isEqualTo("user1.2");
    }
  }

  @Test
  void invalidateTags_cacheCreatedAnew_endsWhatIsThere() throws Exception {
    users.find(1);
    CacheManager manager = container.get(CacheManager.class);
    manager.destroyCache("users");
    manager.createCache("users", new MutableConfiguration<>());
    users.changedAll(false);
    assertThat(users.find(1)).isEqualTo("user1.2");
  }

  @Test
  void invalidateTags_duringALoad_isCalledForAnew() throws Exception {
    users.shut();
    var old = CompletableFuture.supplyAsync(() -> findUnchecked(3));
    await().until(() -> users.calls() == 1);
    CountDownLatch first = users.gate();
    users.changedAll(false);
    users.shut();
    users.open();
    assertThat(users.find(3)).isEqualTo("user3.2");
    first.countDown();
    assertThat(old.get()).isEqualTo("user3.1");
  }

  @Test
  void invalidateTags_methodThrows_endsNothing() {
    users.ofTenant("a", 1);
    assertThatThrownBy(() -> users.changedAll(true)).hasMessage("nothing changed");
    assertThat(users.ofTenant("a", 1)).isEqualTo("a1.1");
  }

  @Test
  void injectedFunction_isTheOneBehindTheMethod() throws Exception {
    assertThat(injected.find().get(5)).isEqualTo("user5.1");
    assertThat(users.find(5)).isEqualTo("user5.1");
    assertThat(injected.find().explain(5).freshness()).isEqualTo(Freshness.FRESH);
    injected.find().invalidate(5);
    assertThat(users.find(5)).isEqualTo("user5.2");
    injected.find().refresh(5).toCompletableFuture().join();
    assertThat(users.find(5)).isEqualTo("user5.3");
    assertThat(injected.ofTenant().get("t", 1L)).isEqualTo("t1.4");
    injected.ofTenant().invalidateTag("tenant:t");
    assertThat(users.ofTenant("t", 1)).isEqualTo("t1.5");
  }
}
