package org.cairncache.freshness.key;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a template is bound to: the parameters of a function, and what messages call it. The
 * instance on which a method is called is no parameter. Immutable and thread-safe.
 */
public final class Signature {
  private final String description;
  private final List<Parameter> parameters;
  private final boolean declared;

  private Signature(String description, List<Parameter> parameters, boolean declared) {
    this.description = description;
    this.parameters = List.copyOf(parameters);
    this.declared = declared;
    checkNames();
  }

  /** The signature of a method, with the names that a class compiled with -parameters holds. */
  public static Signature of(Method method) {
    return of(method, parameter -> Optional.empty());
  }

  /**
   * The signature of a method whose parameters may be named in a way of their own, for instance by
   * an annotation. Where {@code names} gives none, the name is the compiled one, if there is one.
   *
   * @throws IllegalArgumentException if two parameters have one name
   */
  public static Signature of(
      Method method, Function<java.lang.reflect.Parameter, Optional<String>> names) {
    List<Parameter> parameters =
        Arrays.stream(method.getParameters())
            .map(each -> new Parameter(name(each, names), each.getType()))
            .toList();
    String types =
        Arrays.stream(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    String owner = method.getDeclaringClass().getSimpleName();
    return new Signature(owner + "." + method.getName() + "(" + types + ")", parameters, true);
  }

  private static @Nullable String name(
      java.lang.reflect.Parameter parameter,
      Function<java.lang.reflect.Parameter, Optional<String>> names) {
    String compiled = parameter.isNamePresent() ? parameter.getName() : null;
    Optional<String> own = names.apply(parameter);
    return own.isPresent() ? own.get() : compiled;
  }

  /**
   * The signature of a function that is no method to be looked at, such as a lambda. If none of its
   * parameters has a name, the names in a template are the parameters in the order in which they
   * first appear there, provided that there are as many.
   *
   * @param description what messages call the function
   * @throws IllegalArgumentException if two parameters have one name
   */
  public static Signature of(String description, List<Parameter> parameters) {
    return new Signature(description, parameters, false);
  }

  /**
   * The signature that has some of these parameters alone, for keys that are made of them.
   *
   * @param indexes from 0, in order
   */
  public Signature only(int... indexes) {
    List<Parameter> some = Arrays.stream(indexes).mapToObj(parameters::get).toList();
    return new Signature(description, some, declared);
  }

  private void checkNames() {
    Set<String> seen = new HashSet<>();
    for (Parameter parameter : parameters) {
      if (parameter.name() != null && !seen.add(parameter.name())) {
        throw new IllegalArgumentException(
            description + " has two parameters of the name " + parameter.name());
      }
    }
  }

  String description() {
    return description;
  }

  List<Parameter> parameters() {
    return parameters;
  }

  int size() {
    return parameters.size();
  }

  /** The index of the parameter, or -1. */
  int indexOf(String name) {
    for (int i = 0; i < parameters.size(); i++) {
      if (name.equals(parameters.get(i).name())) {
        return i;
      }
    }
    return -1;
  }

  /** The names that are known, in order. */
  List<String> names() {
    return parameters.stream().map(Parameter::name).filter(Objects::nonNull).toList();
  }

  /** Whether it is a method's, whose names are in its class or nowhere. */
  boolean isDeclared() {
    return declared;
  }

  @Override
  public String toString() {
    return description;
  }

  /**
   * A parameter of a function. Immutable and thread-safe.
   *
   * @param name its name, or null if it is unknown
   * @param type its declared type, or null if it is unknown
   */
  public record Parameter(@Nullable String name, @Nullable Class<?> type) {

    /** One of which nothing is known but its place. */
    public static Parameter unknown() {
      return new Parameter(null, null);
    }
  }
}
