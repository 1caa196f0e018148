package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The class paths on which the build runs the tests of this module, one after the other. */
@EnabledIfSystemProperty(named = "cdi.container", matches = ".+")
final class ClassPathTest {

  @Test
  void classPath_container_isThatOfThisRun() throws Exception {
    assertThat(jar(SeContainerInitializer.newInstance().getClass()))
        .isEqualTo(System.getProperty("cdi.container"));
  }

  @Test
  void classPath_api_isThatOfTheContainer() throws Exception {
    assertThat(jar(BeanManager.class)).isEqualTo(System.getProperty("cdi.api"));
  }

  private static String jar(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
        .getFileName()
        .toString();
  }
}
