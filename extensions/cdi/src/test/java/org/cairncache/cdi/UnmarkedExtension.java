package org.cairncache.cdi;

import jakarta.enterprise.inject.build.compatible.spi.BeanInfo;
import jakarta.enterprise.inject.build.compatible.spi.BuildCompatibleExtension;
import jakarta.enterprise.inject.build.compatible.spi.ClassConfig;
import jakarta.enterprise.inject.build.compatible.spi.Discovery;
import jakarta.enterprise.inject.build.compatible.spi.Enhancement;
import jakarta.enterprise.inject.build.compatible.spi.Messages;
import jakarta.enterprise.inject.build.compatible.spi.MetaAnnotations;
import jakarta.enterprise.inject.build.compatible.spi.Registration;
import jakarta.enterprise.inject.build.compatible.spi.ScannedClasses;
import jakarta.enterprise.inject.build.compatible.spi.Synthesis;
import jakarta.enterprise.inject.build.compatible.spi.SyntheticComponents;
import javax.cache.CacheManager;
import javax.cache.annotation.CacheDefaults;
import javax.cache.annotation.CachePut;
import javax.cache.annotation.CacheResult;

/**
 * The build-compatible extension without the mark that it is to be skipped for a portable one: Weld
 * skips all that have it, whether that one is there or not, and calls no methods of a superclass.
 */
public class UnmarkedExtension implements BuildCompatibleExtension {
  private final CairnBuildCompatibleExtension extension = new CairnBuildCompatibleExtension();

  @Discovery
  public void addTypes(MetaAnnotations annotations, ScannedClasses classes) {
    extension.addTypes(annotations, classes);
  }

  @Enhancement(
      types = Object.class,
      withSubtypes = true,
      withAnnotations = {CacheResult.class, CachePut.class, CacheDefaults.class})
  public void remember(ClassConfig type, Messages messages) throws ClassNotFoundException {
    extension.remember(type, messages);
  }

  @Registration(types = CacheManager.class)
  public void rememberManager(BeanInfo bean) {
    extension.rememberManager(bean);
  }

  @Synthesis
  public void addBeans(SyntheticComponents components, Messages messages) {
    extension.addBeans(components, messages);
  }
}
