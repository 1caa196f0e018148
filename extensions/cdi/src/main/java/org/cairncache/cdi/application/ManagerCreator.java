package org.cairncache.cdi.application;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.build.compatible.spi.Parameters;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticBeanCreator;
import javax.cache.CacheManager;

/** Makes the application's cache manager a bean. */
public class ManagerCreator implements SyntheticBeanCreator<CacheManager> {
  /** For the container. */
  public ManagerCreator() {}

  @Override
  public CacheManager create(Instance<Object> beans, Parameters parameters) {
    return beans.select(CairnApplication.class).get().manager();
  }
}
