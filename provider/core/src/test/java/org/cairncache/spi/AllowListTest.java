package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowListTest {
  private static final AllowList NOTHING_ADDED = AllowList.of(List.of(), List.of(Object.class));

  @ParameterizedTest
  @CsvSource({
    "org.cairncache.cdi.MethodKey, true",
    "org.cairncache.cdi.MethodKey$Elements, true",
    "org.cairncache.cdi.MethodKey$Other, false",
    "org.cairncache.cdi.MethodKeys, false",
    "org.cairncache.cdi.Advice, false",
    "java.util.ArrayList, true",
    "java.util.Timer, false"
  })
  void allows_whatNobodyConfigured_isJdkAndKeysOfAnnotations(String className, boolean allowed) {
    assertThat(NOTHING_ADDED.allows(className)).isEqualTo(allowed);
  }
}
