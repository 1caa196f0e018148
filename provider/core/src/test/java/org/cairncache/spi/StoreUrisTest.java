package org.cairncache.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import javax.cache.CacheException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreUrisTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "redis://user:hunter2@host/0",
        "redis://:hunter2@host:6379/0",
        "redis://user:hunter2@host_with_underscore/0",
        "redis-cluster://:hunter2@a:1,b:2/0",
        "redis:user:hunter2@host"
      })
  void checked_passwordInTheUri_isRefusedAndNotRepeated(String uri) {
    assertThatThrownBy(() -> StoreUris.checked(URI.create(uri)))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("password")
        .message()
        .contains("redis")
        .doesNotContain("hunter2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "memory:default",
        "redis://host:6379/0?prefix=app",
        "redis://user@host/0",
        "redis-sentinel://a:1,b:2/0",
        "redis://host/0?prefix=a:b@c",
        "s3://bucket/folder:with@both",
        "file:///var/cache/a:b@c/"
      })
  void checked_noPassword_isTheUriItself(String uri) {
    assertThat(StoreUris.checked(URI.create(uri))).isEqualTo(URI.create(uri));
  }
}
