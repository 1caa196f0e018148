package org.cairncache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Iterator;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.Configuration;
import javax.cache.configuration.Factory;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.configuration.MutableConfiguration;
import javax.cache.event.CacheEntryListener;
import javax.cache.expiry.Duration;
import javax.cache.expiry.ExpiryPolicy;
import javax.cache.expiry.TouchedExpiryPolicy;
import javax.cache.integration.CacheLoader;
import javax.cache.integration.CacheWriter;
import org.cairncache.spi.Copier;
import org.cairncache.spi.Settings;
import org.cairncache.spi.Weigher;
import org.junit.jupiter.api.Test;

class CairnConfigurationTest {
  private static final Copier COPIER =
      new Copier() {
        @Override
        public <T> T copy(T original, ClassLoader loader) {
          return original;
        }
      };
  private static final Weigher<String, byte[]> WEIGHER = (key, value) -> value.length;
  private static final Factory<CacheLoader<String, byte[]>> LOADERS = () -> null;
  private static final Factory<CacheWriter<String, byte[]>> WRITERS = () -> null;
  private static final Factory<ExpiryPolicy> POLICIES =
      TouchedExpiryPolicy.factoryOf(Duration.ONE_DAY);
  private static final CacheEntryListenerConfiguration<String, byte[]> LISTENER =
      new MutableCacheEntryListenerConfiguration<>(
          new FactoryBuilder.ClassFactory<CacheEntryListener<String, byte[]>>(
              "an.application.Listener"),
          null,
          false,
          true);

  @Test
  void builder_defaults_areThoseOfMutableConfiguration() {
    CairnConfiguration<String, byte[]> built =
        CairnConfiguration.builder(String.class, byte[].class).build();
    MutableConfiguration<String, byte[]> standard =
        new MutableConfiguration<String, byte[]>().setTypes(String.class, byte[].class);

    assertThat(new MutableConfiguration<>(built)).isEqualTo(standard);
    assertThat(built.isStoreByValue()).isTrue();
    assertThat(built.isReadThrough()).isFalse();
    assertThat(built.isWriteThrough()).isFalse();
    assertThat(built.isStatisticsEnabled()).isFalse();
    assertThat(built.isManagementEnabled()).isFalse();
    assertThat(built.getCacheLoaderFactory()).isNull();
    assertThat(built.getCacheWriterFactory()).isNull();
    assertThat(built.getCacheEntryListenerConfigurations()).isEmpty();
    assertThat(built.getExpiryPolicyFactory()).isEqualTo(standard.getExpiryPolicyFactory());
    assertThat(built.settings()).isEqualTo(Settings.NONE);
    assertThat(built.copier()).isEmpty();
  }

  @Test
  void builder_everythingSet_isThere() {
    CairnConfiguration<String, byte[]> built = full().build();

    assertThat(built.getKeyType()).isEqualTo(String.class);
    assertThat(built.getValueType()).isEqualTo(byte[].class);
    assertThat(built.isStoreByValue()).isFalse();
    assertThat(built.isReadThrough()).isTrue();
    assertThat(built.getCacheLoaderFactory()).isSameAs(LOADERS);
    assertThat(built.isWriteThrough()).isTrue();
    assertThat(built.getCacheWriterFactory()).isSameAs(WRITERS);
    assertThat(built.getExpiryPolicyFactory()).isSameAs(POLICIES);
    assertThat(built.isStatisticsEnabled()).isTrue();
    assertThat(built.isManagementEnabled()).isTrue();
    assertThat(built.getCacheEntryListenerConfigurations()).containsExactly(LISTENER);
    assertThat(built.settings().get(Settings.MAXIMUM_WEIGHT)).contains(1_000L);
    assertThat(built.settings().get(Settings.WEIGHER)).containsSame(WEIGHER);
    assertThat(built.copier()).containsSame(COPIER);
  }

  @Test
  void builder_outOfBounds_isRefusedAtOnce() {
    var builder = CairnConfiguration.builder(String.class, byte[].class);

    assertThatThrownBy(() -> builder.maximumSize(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maximumSize")
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> builder.maximumWeight(-2, WEIGHER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("maximumWeight")
        .hasMessageContaining("-2");
    assertThatThrownBy(() -> builder.copier(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> builder.maximumWeight(1, null))
        .isInstanceOf(NullPointerException.class);
    assertThat(builder.maximumSize(0).build().settings().get(Settings.MAXIMUM_SIZE)).contains(0L);
  }

  @Test
  void build_laterChangesOfTheBuilder_changeNothing() {
    var builder = CairnConfiguration.builder(String.class, byte[].class);
    CairnConfiguration<String, byte[]> built = builder.build();

    builder.storeByValue(false).statistics(true).maximumSize(1).listener(LISTENER).copier(COPIER);

    assertThat(built).isEqualTo(CairnConfiguration.builder(String.class, byte[].class).build());
  }

  @Test
  void builder_ofAStandardConfiguration_isDetachedFromIt() {
    MutableConfiguration<String, byte[]> standard =
        new MutableConfiguration<String, byte[]>().setStatisticsEnabled(true);
    CairnConfiguration<String, byte[]> built = CairnConfiguration.builder(standard).build();

    standard.setStatisticsEnabled(false).addCacheEntryListenerConfiguration(LISTENER);

    assertThat(built.isStatisticsEnabled()).isTrue();
    assertThat(built.getCacheEntryListenerConfigurations()).isEmpty();
    assertThat(built.getKeyType()).isEqualTo(Object.class);
  }

  @Test
  void builder_ofACairnConfiguration_keepsEverything() {
    assertThat(CairnConfiguration.builder(full().build()).build()).isEqualTo(full().build());
  }

  @Test
  void withStandard_takesTheStandardPartAndKeepsTheRest() {
    CairnConfiguration<String, byte[]> changed =
        full().build().withStandard(new MutableConfiguration<>());

    assertThat(changed.isStatisticsEnabled()).isFalse();
    assertThat(changed.getCacheEntryListenerConfigurations()).isEmpty();
    assertThat(changed.settings()).isEqualTo(full().build().settings());
    assertThat(changed.copier()).containsSame(COPIER);
  }

  @Test
  void equals_seesEveryDifference() {
    CairnConfiguration<String, byte[]> one = full().build();

    assertThat(one).isEqualTo(full().build()).hasSameHashCodeAs(full().build());
    assertThat(one).isNotEqualTo(full().statistics(false).build());
    assertThat(one).isNotEqualTo(full().maximumWeight(999, WEIGHER).build());
    assertThat(one).isNotEqualTo(full().copier(new OtherCopier()).build());
    assertThat(one).isNotEqualTo(new MutableConfiguration<>(one));
    assertThat(new MutableConfiguration<>(one)).isNotEqualTo(one);
  }

  @Test
  void listeners_listIsDetached() {
    CairnConfiguration<String, byte[]> built = full().build();
    Iterator<?> iterator = built.getCacheEntryListenerConfigurations().iterator();
    iterator.next();
    iterator.remove();

    assertThat(built.getCacheEntryListenerConfigurations()).containsExactly(LISTENER);
  }

  @Test
  @SuppressWarnings("unchecked") // what is read is what was written
  void serialized_keepsWhatIsStandard() throws Exception {
    CairnConfiguration<String, byte[]> built =
        CairnConfiguration.builder(String.class, byte[].class)
            .expiryPolicy(POLICIES)
            .statistics(true)
            .maximumSize(5)
            .build();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(built);
    }

    CairnConfiguration<String, byte[]> read;
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      read = (CairnConfiguration<String, byte[]>) in.readObject();
    }

    assertThat(new MutableConfiguration<>(read)).isEqualTo(new MutableConfiguration<>(built));
    assertThat(read.settings()).isEqualTo(Settings.NONE);
    assertThat(read.copier()).isEmpty();
    assertThat(read.equals(read.withStandard(read))).isTrue();
  }

  @Test
  @SuppressWarnings("unchecked") // the cache's own configuration
  void snapshotOfACache_tellsTheTruthAndIsDetached() {
    try (var provider = new CairnCachingProvider();
        var manager = provider.getCacheManager(java.net.URI.create("memory:snapshots"), null)) {
      CairnConfiguration<String, byte[]> created =
          CairnConfiguration.builder(String.class, byte[].class).maximumSize(10).build();
      var cache = manager.createCache("c", created);
      manager.enableStatistics("c", true);
      CairnConfiguration<String, byte[]> before = cache.getConfiguration(CairnConfiguration.class);
      manager.enableStatistics("c", false);
      manager.enableManagement("c", true);
      CairnConfiguration<String, byte[]> after = cache.getConfiguration(CairnConfiguration.class);

      assertThat(before.isStatisticsEnabled()).isTrue();
      assertThat(before.isManagementEnabled()).isFalse();
      assertThat(after.isStatisticsEnabled()).isFalse();
      assertThat(after.isManagementEnabled()).isTrue();
      assertThat(after.settings().get(Settings.MAXIMUM_SIZE)).contains(10L);
      assertThat(created.isManagementEnabled()).isFalse();
      assertThat(cache.getConfiguration(CompleteConfiguration.class).isManagementEnabled())
          .isTrue();
      assertThat(cache.getConfiguration(Configuration.class)).isNotNull();
    }
  }

  @Test
  @SuppressWarnings("unchecked") // an application's own type of configuration
  void snapshotOfACache_asAnUnknownType_isRefused() {
    try (var provider = new CairnCachingProvider();
        var manager = provider.getCacheManager(java.net.URI.create("memory:snapshots"), null)) {
      var cache = manager.createCache("c", new MutableConfiguration<>());

      assertThatThrownBy(() -> cache.getConfiguration(OwnConfiguration.class))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(OwnConfiguration.class.getName())
          .hasMessageContaining(CairnConfiguration.class.getName());
    }
  }

  private static final class OwnConfiguration extends MutableConfiguration<Object, Object> {
    private static final long serialVersionUID = 1L;
  }

  private static final class OtherCopier implements Copier {
    @Override
    public <T> T copy(T original, ClassLoader loader) {
      return original;
    }
  }

  private static CairnConfiguration.Builder<String, byte[]> full() {
    return CairnConfiguration.builder(String.class, byte[].class)
        .storeByValue(false)
        .readThrough(LOADERS)
        .writeThrough(WRITERS)
        .expiryPolicy(POLICIES)
        .listener(LISTENER)
        .statistics(true)
        .management(true)
        .maximumWeight(1_000, WEIGHER)
        .copier(COPIER);
  }
}
