package org.cairncache.cdi.interceptor;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import java.lang.annotation.Annotation;
import org.cairncache.cdi.application.AdviceTable;
import org.cairncache.cdi.application.CairnApplication;
import org.jspecify.annotations.Nullable;

/**
 * What all interceptors do: to ask the application what is done around the call. They are
 * serializable, as beans that are passivated are with their interceptors: what is injected is a
 * proxy of the container. Thread-safe.
 */
public abstract class CachingInterceptor implements Serializable {
  /** After the interceptors of the platform and the application, so that those see all calls. */
  static final int PRIORITY = Interceptor.Priority.LIBRARY_AFTER;

  private static final long serialVersionUID = 1;

  private final Class<? extends Annotation> annotation;

  @Inject
  @SuppressWarnings("serial") // a client proxy, which is
  private @Nullable CairnApplication application;

  private transient volatile @Nullable AdviceTable table; // to ask no proxy for each call

  CachingInterceptor(Class<? extends Annotation> annotation) {
    this.annotation = annotation;
  }

  @AroundInvoke
  @Nullable Object around(InvocationContext call) throws Exception {
    AdviceTable there = table;
    return (there != null ? there : find()).of(call).around(call);
  }

  private AdviceTable find() {
    CairnApplication there = application;
    if (there == null) {
      throw new IllegalStateException("The container has not injected what this needs");
    }
    AdviceTable found = there.advice(annotation);
    table = found;
    return found;
  }
}
