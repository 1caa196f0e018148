package org.cairncache.cdi.method;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.cache.annotation.CacheKeyGenerator;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheResolverFactory;
import javax.cache.annotation.CacheResult;
import org.cairncache.cdi.BackgroundRefresh;
import org.cairncache.cdi.BackgroundWriter;
import org.cairncache.cdi.Freshness;
import org.cairncache.cdi.InvalidateTags;
import org.cairncache.cdi.KeyTemplate;

/** What can be seen to be wrong with annotations without anything else than the class. */
public final class Rules {
  private final Class<?> bean;
  private final List<String> problems = new ArrayList<>();

  private Rules(Class<?> bean) {
    this.bean = bean;
  }

  /** What is wrong with the annotations of a bean, each in a sentence that says what to do. */
  public static List<String> problems(Class<?> bean) {
    Rules rules = new Rules(bean);
    rules.checkClass();
    BeanMethods.of(bean).forEach(rules::check);
    return rules.problems;
  }

  private void checkClass() {
    for (Class<? extends Annotation> binding : BeanMethods.BINDINGS) {
      if (bean.isAnnotationPresent(binding)) {
        problems.add(
            bean.getName()
                + ": @"
                + binding.getSimpleName()
                + " belongs on methods, not the class");
      }
    }
  }

  private void check(Method method) {
    checkInterceptable(method);
    checkOneOperation(method);
    checkReturnType(method);
    checkPut(method);
    checkTemplate(method);
    checkFreshness(method);
    checkBackground(method);
    checkTags(method);
  }

  private void checkInterceptable(Method method) {
    int modifiers = method.getModifiers();
    String kind =
        Modifier.isStatic(modifiers)
            ? "static"
            : Modifier.isPrivate(modifiers)
                ? "private"
                : Modifier.isFinal(modifiers) ? "final" : null;
    if (kind != null) {
      refuse(
          method,
          "is "
              + kind
              + ", so that containers cannot intercept it: make it non-"
              + kind
              + ", or take its caching annotation away");
    }
  }

  private void checkOneOperation(Method method) {
    List<String> names = new ArrayList<>();
    Operation.of(method).forEach(operation -> names.add(operation.toString()));
    Stream.of(BackgroundRefresh.class, BackgroundWriter.class)
        .filter(method::isAnnotationPresent)
        .forEach(type -> names.add("@" + type.getSimpleName()));
    if (names.size() > 1) {
      refuse(
          method,
          "has " + String.join(" and ", names) + ", of which JSR-107 allows one: split the method");
    }
  }

  private void checkReturnType(Method method) {
    Class<?> type = method.getReturnType();
    boolean needsResult =
        Stream.of(CacheResult.class, BackgroundRefresh.class, BackgroundWriter.class)
            .anyMatch(method::isAnnotationPresent);
    if (needsResult && (type == void.class || type == Void.class)) {
      refuse(method, "returns nothing that could be cached");
    }
    boolean isStage = type == CompletionStage.class || type == CompletableFuture.class;
    if (!isStage
        && (CompletionStage.class.isAssignableFrom(type) || Future.class.isAssignableFrom(type))) {
      refuse(
          method,
          "returns a "
              + type.getSimpleName()
              + ", which cannot be made of a cached value: return a CompletionStage or a"
              + " CompletableFuture");
    }
  }

  private void checkPut(Method method) {
    int values = Parameters.of(method).values();
    if (method.isAnnotationPresent(CachePut.class) && values != 1) {
      refuse(
          method,
          "has @CachePut and "
              + (values == 0 ? "no" : values)
              + " parameters with @CacheValue: mark the one that is to be put");
    }
  }

  private void checkTemplate(Method method) {
    if (!method.isAnnotationPresent(KeyTemplate.class)) {
      return;
    }
    List<Operation<?>> operations =
        Operation.of(method).stream().filter(each -> each.hasKey()).toList();
    if (operations.isEmpty()) {
      refuse(
          method,
          "has @KeyTemplate, but no key: it belongs beside @CacheResult, @CachePut or @CacheRemove");
    }
    KeyTemplate template = method.getAnnotation(KeyTemplate.class);
    attempt(method, () -> Templates.parse(template.value()).bind(Templates.ofKey(method)));
    for (Operation<?> operation : operations) {
      if (operation.keys() != CacheKeyGenerator.class) {
        refuse(method, "has both a @KeyTemplate and a cacheKeyGenerator: leave one away");
      }
    }
  }

  private void checkFreshness(Method method) {
    if (!method.isAnnotationPresent(Freshness.class)) {
      return;
    }
    Freshness freshness = method.getAnnotation(Freshness.class);
    checkDuration(method, "ttl", freshness.ttl());
    checkDurationsIfGiven(
        method,
        "stale",
        freshness.stale(),
        "staleIfError",
        freshness.staleIfError(),
        "cacheNulls",
        freshness.cacheNulls(),
        "cacheErrors",
        freshness.cacheErrors(),
        "softTimeout",
        freshness.softTimeout(),
        "hardTimeout",
        freshness.hardTimeout(),
        "deadline",
        freshness.deadline(),
        "oneLoader",
        freshness.oneLoader());
    for (String tag : freshness.tags()) {
      attempt(method, () -> Templates.parse(tag).bindPart(Templates.ofKey(method)));
    }
    CacheResult result = method.getAnnotation(CacheResult.class);
    if (result == null) {
      refuse(method, "has @Freshness, which belongs beside @CacheResult");
      return;
    }
    if (!method.isAnnotationPresent(KeyTemplate.class)) {
      refuse(
          method,
          "has @Freshness, whose keys are texts: add @KeyTemplate(\""
              + method.getName()
              + (method.getParameterCount() == 0 ? "" : ":{#}")
              + "\"), and one to each method that puts into the cache or removes from it");
    }
    if (!result.exceptionCacheName().isEmpty()) {
      refuse(method, "has @Freshness and an exceptionCacheName: use cacheErrors of @Freshness");
    }
    boolean resolved =
        Operation.of(method).stream()
            .map(operation -> Defaults.resolverFactory(CacheMethod.of(bean, method, operation)))
            .anyMatch(factory -> factory != CacheResolverFactory.class);
    if (resolved) {
      refuse(method, "has @Freshness, which needs a cache by name and no cacheResolverFactory");
    }
  }

  private void checkBackground(Method method) {
    boolean isTask =
        method.isAnnotationPresent(BackgroundRefresh.class)
            || method.isAnnotationPresent(BackgroundWriter.class);
    if (isTask && method.getParameterCount() > 0) {
      refuse(method, "is called in the background, so that it can have no parameters");
    }
    BackgroundRefresh refresh = method.getAnnotation(BackgroundRefresh.class);
    if (refresh != null) {
      checkDuration(method, "every", refresh.every());
      checkDurationsIfGiven(method, "ttl", refresh.ttl(), "deadline", refresh.deadline());
    }
    BackgroundWriter writer = method.getAnnotation(BackgroundWriter.class);
    if (writer != null) {
      checkDuration(method, "every", writer.every());
      checkDurationsIfGiven(
          method, "ttl", writer.ttl(), "deadline", writer.deadline(), "lease", writer.lease());
    }
  }

  private void checkTags(Method method) {
    InvalidateTags tags = method.getAnnotation(InvalidateTags.class);
    if (tags != null) {
      for (String tag : tags.value()) {
        attempt(method, () -> Templates.parse(tag).bindPart(Templates.of(method)));
      }
    }
  }

  private void checkDurationsIfGiven(Method method, String... membersAndTexts) {
    for (int i = 0; i < membersAndTexts.length; i += 2) {
      if (!membersAndTexts[i + 1].isEmpty()) {
        checkDuration(method, membersAndTexts[i], membersAndTexts[i + 1]);
      }
    }
  }

  private void checkDuration(Method method, String member, String text) {
    attempt(method, () -> Durations.parse(member, text));
  }

  private void attempt(Method method, Supplier<?> step) {
    try {
      Objects.requireNonNull(step.get());
    } catch (IllegalArgumentException | IllegalStateException wrong) {
      refuse(method, "is not right: " + wrong.getMessage());
    }
  }

  private void refuse(Method method, String why) {
    problems.add(bean.getPackageName() + ": " + Methods.describe(bean, method) + " " + why);
  }
}
