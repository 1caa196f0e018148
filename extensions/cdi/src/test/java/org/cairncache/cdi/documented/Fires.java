package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheResult;

/** The beans of the table of what fires. */
public final class Fires {
  private Fires() {}

  /** Calls a method of this package. */
  public static String ofThePackage(Service service, int id) {
    return service.ofThePackage(id);
  }

  /** What a class inherits the annotation from, or not. */
  public interface Api {
    @CacheResult(cacheName = "fires")
    String ofInterface(int id);
  }

  /** A class with annotations that others extend. */
  public static class Base {
    @Inject Repository repository;

    @CacheResult(cacheName = "fires")
    public String inherited(int id) {
      return repository.find(id);
    }

    @CacheResult(cacheName = "fires")
    public String overridden(int id) {
      return repository.find(id);
    }
  }

  /** The bean. */
  @ApplicationScoped
  public static class Service extends Base implements Api {
    @Override
    public String ofInterface(int id) {
      return repository.find(id);
    }

    @Override
    public String overridden(int id) {
      return repository.find(id);
    }

    @CacheResult(cacheName = "fires")
    String ofThePackage(int id) {
      return repository.find(id);
    }
  }

  /** Not a bean itself. */
  public static class Produced {
    private static final Repository REPOSITORY = new Repository();

    @CacheResult(cacheName = "fires")
    public String find(int id) {
      return REPOSITORY.find(id);
    }
  }

  /** Produces one. */
  @ApplicationScoped
  public static class Producer {
    @Produces
    Produced produced() {
      return new Produced();
    }
  }
}
