package org.cairncache.cdi.documented;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.cache.annotation.CacheResult;

/** The beans of the table of what fires. */
final class Fires {
  private Fires() {}

  /** What a class inherits the annotation from, or not. */
  interface Api {
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
    private final Repository repository;

    Produced(Repository repository) {
      this.repository = repository;
    }

    @CacheResult(cacheName = "fires")
    public String find(int id) {
      return repository.find(id);
    }
  }

  /** Produces one. */
  @ApplicationScoped
  public static class Producer {
    @Produces
    Produced produced(Repository repository) {
      return new Produced(repository);
    }
  }
}
