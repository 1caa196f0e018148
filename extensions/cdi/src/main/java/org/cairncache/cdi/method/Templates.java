package org.cairncache.cdi.method;

import java.lang.reflect.Method;
import java.util.Optional;
import org.cairncache.cdi.Name;
import org.cairncache.freshness.key.Signature;

/** What templates in annotations are bound to. */
public final class Templates {
  private Templates() {}

  /** The template of a text. */
  static org.cairncache.freshness.key.KeyTemplate parse(String text) {
    return org.cairncache.freshness.key.KeyTemplate.parse(text);
  }

  /** The signature of the parameters that make the key. */
  public static Signature ofKey(Method method) {
    return of(method).only(Parameters.of(method).key());
  }

  /** The signature of all parameters. */
  public static Signature of(Method method) {
    return Signature.of(
        method,
        parameter ->
            Optional.ofNullable(parameter.getAnnotation(Name.class)).map(name -> name.value()));
  }
}
