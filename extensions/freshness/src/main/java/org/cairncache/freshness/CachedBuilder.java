package org.cairncache.freshness;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairncache.CairnCache;
import org.cairncache.freshness.CachedFunction.Binding;
import org.cairncache.freshness.key.KeyRenderer;
import org.cairncache.freshness.key.KeyTemplate;
import org.cairncache.freshness.key.Signature;
import org.cairncache.freshness.work.Workers;
import org.jspecify.annotations.Nullable;

/**
 * How a function is cached. Only {@link #key} and {@link #ttl} must be given. Times are precise to
 * the millisecond and not negative. Not thread-safe; what it builds is.
 *
 * @param <V> the type of the results
 */
public final class CachedBuilder<V> {
  private static final double NEVER = 2;

  private final CairnCache<String, V> cache;
  private @Nullable KeyTemplate key;
  private List<Signature.Parameter> parameters = List.of();
  private @Nullable Duration ttl;
  private @Nullable Duration nullTtl;
  private Duration stale = Duration.ZERO;
  private Duration staleIfError = Duration.ZERO;
  private Duration errorTtl = Duration.ZERO;
  private Duration softTimeout = Duration.ZERO;
  private Duration hardTimeout = Duration.ZERO;
  private Duration deadline = Duration.ofMinutes(1);
  private Duration lease = Duration.ZERO;
  private double jitter;
  private double refreshAt = NEVER;
  private boolean failOpen = true;
  private List<KeyTemplate> tags = List.of();
  private CachedObserver observer = CachedObserver.NONE;
  private Bulkhead bulkhead = Bulkhead.SHARED;
  private Executor executor = Workers.EXECUTOR;
  private ScheduledExecutorService scheduler = Workers.SCHEDULER;

  CachedBuilder(CairnCache<String, V> cache) {
    this.cache = cache;
  }

  /**
   * The template of the keys, as {@link KeyTemplate} describes it: {@code user:{id}}. Functions
   * that share a cache need templates that cannot give the same key.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public CachedBuilder<V> key(String template) {
    key = KeyTemplate.parse(template);
    return this;
  }

  /**
   * The names of the function's parameters, in order, for the template; without them its names
   * stand for the parameters in the order in which they first appear.
   */
  public CachedBuilder<V> parameters(String... names) {
    parameters = Stream.of(names).map(name -> new Signature.Parameter(name, null)).toList();
    return this;
  }

  /**
   * The next parameter of the function, with its type, which a template needs for a property of it:
   * {@code order:{order.customer.id}}.
   */
  public CachedBuilder<V> parameter(String name, Class<?> type) {
    parameters =
        Stream.concat(parameters.stream(), Stream.of(new Signature.Parameter(name, type))).toList();
    return this;
  }

  /** How long a result is fresh. Zero or less: the function is called each time. */
  public CachedBuilder<V> ttl(Duration time) {
    ttl = time;
    return this;
  }

  /**
   * How long after the ttl a result is still served at once, while one caller has it refreshed (RFC
   * 5861, stale-while-revalidate). Default: not at all.
   */
  public CachedBuilder<V> stale(Duration time) {
    stale = notNegative("stale", time);
    return this;
  }

  /**
   * How long after that a result is still served if loading fails (RFC 5861, stale-if-error).
   * Within {@link #stale} it is served in any case. Default: not at all.
   */
  public CachedBuilder<V> staleIfError(Duration time) {
    staleIfError = notNegative("staleIfError", time);
    return this;
  }

  /**
   * Takes a random part of up to this share off each ttl, so that what was loaded together does not
   * fall due together.
   *
   * @param share at least 0 (the default), less than 1
   */
  public CachedBuilder<V> jitter(double share) {
    if (!(share >= 0 && share < 1)) {
      throw new IllegalArgumentException("jitter must be at least 0 and less than 1, not " + share);
    }
    jitter = share;
    return this;
  }

  /**
   * Has the first reader after this share of the ttl refresh the result ahead of time, so that what
   * is asked for often is never stale. Default: never.
   *
   * @param share more than 0, less than 1
   */
  public CachedBuilder<V> refreshAt(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("refreshAt must be between 0 and 1, not " + share);
    }
    refreshAt = share;
    return this;
  }

  /** How long a null is fresh; zero: it is not cached. Default: as long as any other result. */
  public CachedBuilder<V> cacheNulls(Duration time) {
    nullTtl = notNegative("cacheNulls", time);
    return this;
  }

  /**
   * How long the failure of a load is told to later callers of this process, without another load,
   * where there is no older result to serve. Default: not at all.
   */
  public CachedBuilder<V> cacheErrors(Duration time) {
    errorTtl = notNegative("cacheErrors", time);
    return this;
  }

  /**
   * How long a caller waits for a load before it is served an older result that {@link
   * #staleIfError} allows; the load goes on. Default: as long as the load takes.
   */
  public CachedBuilder<V> softTimeout(Duration time) {
    softTimeout = notNegative("softTimeout", time);
    return this;
  }

  /**
   * How long a caller waits for a load at all, before it is served an older result that {@link
   * #staleIfError} allows or else gets a {@link LoadTimeoutException}; the load goes on. Default:
   * as long as the load takes.
   */
  public CachedBuilder<V> hardTimeout(Duration time) {
    hardTimeout = notNegative("hardTimeout", time);
    return this;
  }

  /**
   * After how long a load is given up, whoever waits for it or nobody: its key is free again, its
   * result is not kept, its thread is interrupted unless it is a caller's. Default: a minute.
   */
  public CachedBuilder<V> deadline(Duration time) {
    deadline = notNegative("deadline", time);
    return this;
  }

  /**
   * Lets one process at a time load a key, among all that share the store; the others wait for its
   * result, or serve the older one meanwhile. If it dies another one loads after this time. Costs
   * three more requests for each load of an older result. Default: each process loads for itself.
   *
   * @param longest longer than a load takes
   */
  public CachedBuilder<V> oneLoader(Duration longest) {
    lease = notNegative("oneLoader", longest);
    return this;
  }

  /**
   * Whether a call goes on without the store when that fails, counted and logged (true, the
   * default), or fails as well.
   */
  public CachedBuilder<V> failOpen(boolean open) {
    failOpen = open;
    return this;
  }

  /**
   * Tags of the results, for {@link CachedFunction#invalidateTag}. Each costs one more read for a
   * get.
   *
   * @param templates as those of keys, but they may leave arguments out: {@code "users"}, {@code
   *     "tenant:{tenant}"}
   */
  public CachedBuilder<V> tags(String... templates) {
    tags = Stream.of(templates).map(KeyTemplate::parse).toList();
    return this;
  }

  /** Hears of every call. */
  public CachedBuilder<V> observer(CachedObserver hears) {
    observer = new GuardedObserver(hears);
    return this;
  }

  /** How many refreshes run at once. Default: 64, together with all other functions. */
  public CachedBuilder<V> bulkhead(Bulkhead shared) {
    bulkhead = shared;
    return this;
  }

  /**
   * What carries loads out that no caller's thread does. What it refuses is put off. Default:
   * virtual threads on Java 21 and newer, else up to 64 daemon threads.
   */
  public CachedBuilder<V> executor(Executor carriesOut) {
    executor = carriesOut;
    return this;
  }

  /** What ends loads and waits in time; it does no work of its own. Default: a daemon thread. */
  public CachedBuilder<V> scheduler(ScheduledExecutorService endsInTime) {
    scheduler = endsInTime;
    return this;
  }

  /** A function without arguments. */
  public Cached0<V> build(Cached0.Loader<V> loader) {
    return buildAsync(() -> CompletableFuture.completedFuture(loader.load()));
  }

  /** A function of one argument. */
  public <A> Cached1<A, V> build(Cached1.Loader<A, V> loader) {
    return buildAsync((A a) -> CompletableFuture.completedFuture(loader.load(a)));
  }

  /** A function of two arguments. */
  public <A, B> Cached2<A, B, V> build(Cached2.Loader<A, B, V> loader) {
    return buildAsync((A a, B b) -> CompletableFuture.completedFuture(loader.load(a, b)));
  }

  /** A function of three arguments. */
  public <A, B, C> Cached3<A, B, C, V> build(Cached3.Loader<A, B, C, V> loader) {
    return buildAsync((A a, B b, C c) -> CompletableFuture.completedFuture(loader.load(a, b, c)));
  }

  /** A function of four arguments. */
  public <A, B, C, D> Cached4<A, B, C, D, V> build(Cached4.Loader<A, B, C, D, V> loader) {
    return buildAsync(
        (A a, B b, C c, D d) -> CompletableFuture.completedFuture(loader.load(a, b, c, d)));
  }

  /** A function without arguments that returns a stage; its value is cached. */
  public Cached0<V> buildAsync(Cached0.AsyncLoader<V> loader) {
    return new Cached0<>(bind(0), loader);
  }

  /** A function of one argument that returns a stage; its value is cached. */
  public <A> Cached1<A, V> buildAsync(Cached1.AsyncLoader<A, V> loader) {
    return new Cached1<>(bind(1), loader);
  }

  /** A function of two arguments that returns a stage; its value is cached. */
  public <A, B> Cached2<A, B, V> buildAsync(Cached2.AsyncLoader<A, B, V> loader) {
    return new Cached2<>(bind(2), loader);
  }

  /** A function of three arguments that returns a stage; its value is cached. */
  public <A, B, C> Cached3<A, B, C, V> buildAsync(Cached3.AsyncLoader<A, B, C, V> loader) {
    return new Cached3<>(bind(3), loader);
  }

  /** A function of four arguments that returns a stage; its value is cached. */
  public <A, B, C, D> Cached4<A, B, C, D, V> buildAsync(Cached4.AsyncLoader<A, B, C, D, V> loader) {
    return new Cached4<>(bind(4), loader);
  }

  /** A function whose loader comes with each call, of a signature that its templates fit. */
  public CachedMethod<V> buildMethod(Signature signature) {
    return new CachedMethod<>(bind(template -> signature));
  }

  private Binding<V> bind(int arity) {
    return bind(template -> signature(arity, template));
  }

  private Binding<V> bind(Function<KeyTemplate, Signature> signatures) {
    KeyTemplate template = key;
    Duration fresh = ttl;
    if (template == null || fresh == null) {
      throw new IllegalStateException(
          "A cached function needs a key template and a ttl: set "
              + (template == null ? "key" : "ttl"));
    }
    Entries<V> entries = new Entries<>(cache, failOpen, observer);
    Tags<V> counters = new Tags<>(entries);
    Answers<V> answers =
        fresh.toMillis() <= 0
            ? new Bypass<>(entries, counters, observer)
            : engine(entries, counters, policy(fresh.toMillis()));
    Signature signature = signatures.apply(template);
    List<KeyRenderer> tagKeys = tags.stream().map(tag -> tag.bindPart(signature)).toList();
    return new Binding<>(template.bind(signature), answers, tagKeys);
  }

  private Engine<V> engine(Entries<V> entries, Tags<V> counters, Policy policy) {
    Failures failures = new Failures(policy.errorTtl());
    Groundwork<V> groundwork = new Groundwork<>(entries, counters, policy, lease.toMillis());
    Loads<V> loads =
        new Loads<>(
            entries,
            groundwork,
            counters,
            failures,
            policy,
            observer,
            bulkhead,
            executor,
            scheduler);
    return new Engine<>(entries, counters, loads, failures, policy, observer, scheduler);
  }

  private Policy policy(long ttlMillis) {
    if (!softTimeout.isZero() && staleIfError.isZero()) {
      throw new IllegalStateException(
          "softTimeout has no older result to serve: set staleIfError as well");
    }
    if (deadline.toMillis() < 1) {
      throw new IllegalStateException("deadline must be at least 1 ms, not " + deadline);
    }
    return new Policy(
        ttlMillis,
        stale.toMillis(),
        staleIfError.toMillis(),
        jitter,
        refreshAt,
        nullTtl == null ? ttlMillis : nullTtl.toMillis(),
        errorTtl.toMillis(),
        softTimeout.toMillis(),
        hardTimeout.toMillis(),
        deadline.toMillis());
  }

  // One order of names for the key and the tags: that of the key, unless they are declared.
  private Signature signature(int arity, KeyTemplate template) {
    String description =
        "a function of "
            + arity
            + (arity == 1 ? " argument" : " arguments")
            + " over \""
            + cache.getName()
            + "\"";
    if (!parameters.isEmpty()) {
      if (parameters.size() != arity) {
        throw new IllegalStateException(
            "parameters names " + parameters.size() + " parameters; it is " + description);
      }
      return Signature.of(description, parameters);
    }
    List<String> names = template.names();
    return Signature.of(
        description,
        names.size() == arity
            ? names.stream().map(name -> new Signature.Parameter(name, null)).toList()
            : Collections.nCopies(arity, Signature.Parameter.unknown()));
  }

  private static Duration notNegative(String what, Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(what + " must not be negative, but is " + time);
    }
    return time;
  }
}
