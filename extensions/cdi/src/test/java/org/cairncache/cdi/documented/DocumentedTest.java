package org.cairncache.cdi.documented;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.IOException;
import java.util.function.IntFunction;
import javax.cache.CacheManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/cdi.md and the pages under it show does what they say. */
@Timeout(60)
final class DocumentedTest {
  private static final String MISSING_CACHE = "cairn.cdi.missing-cache";

  private SeContainer container;

  @BeforeEach
  void setCreate() {
    System.setProperty(MISSING_CACHE, "create");
  }

  @AfterEach
  void close() {
    System.clearProperty(MISSING_CACHE);
    if (container != null) {
      container.close();
    }
  }

  private <T> T start(Class<T> bean, Class<?>... others) {
    container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(bean, Repository.class)
            .addBeanClasses(others)
            .initialize();
    return container.select(bean).get();
  }

  private Repository repository() {
    return container.select(Repository.class).get();
  }

  @Test
  void users_annotatedAsJsr107Has_areAskedAsThePagesSay() throws Exception {
    Users users = start(Users.class, ByTenant.class);

    assertThat(users.find(1)).isEqualTo(users.find(1));
    users.save(1, "ada");
    assertThat(users.find(1)).isEqualTo("ada");
    users.delete(1);
    assertThat(users.find(1)).isNotEqualTo("ada");
    String again = users.findAgain(1);
    assertThat(users.find(1)).isEqualTo(again);
    users.reload();
    assertThat(users.find(1)).isNotEqualTo(again);
    assertThat(users.name(1, "mail")).isEqualTo(users.name(1, "print"));
    assertThat(users.findLater(1).toCompletableFuture().get())
        .isEqualTo(users.findLater(1).toCompletableFuture().get());
    assertThat(repository().asked()).filteredOn(asked -> asked.startsWith("find")).hasSize(6);
  }

  @Test
  void photo_failed_isThrownFromItsCache() {
    Users users = start(Users.class, ByTenant.class);

    assertThatThrownBy(() -> users.photo(1)).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> users.photo(1)).isInstanceOf(IOException.class);
    assertThat(repository().asked()).hasSize(1);
  }

  @Test
  void setting_ofTwoTenants_isAskedForEach() {
    Users users = start(Users.class, ByTenant.class);

    String ofRed = users.setting("colour");
    assertThat(users.setting("colour")).isEqualTo(ofRed);
    container.select(ByTenant.class).get().change("blue");
    assertThat(users.setting("colour")).isNotEqualTo(ofRed);
  }

  @Test
  void members_withTemplates_areChangedByTheirKeysAndTags() {
    Members members = start(Members.class, Admin.class);

    assertThat(members.find(1)).isEqualTo(members.find(1));
    members.save(1, "ada");
    assertThat(members.find(1)).isEqualTo("ada");
    assertThat(container.select(Admin.class).get().knows(1)).isTrue();
    members.delete(1);
    assertThat(container.select(Admin.class).get().knows(1)).isFalse();
    String team = members.team("red", 1);
    assertThat(members.team("red", 1)).isEqualTo(team);
    members.join("red", 7);
    String joined = members.team("red", 1);
    assertThat(joined).isNotEqualTo(team);
    container.select(Admin.class).get().forget("red", 1);
    assertThat(members.team("red", 1)).isNotEqualTo(joined);
    assertThat(container.select(Admin.class).get().names()).contains("members");
  }

  @Test
  void rates_inTheBackground_areLoadedOnce() {
    Rates rates = start(Rates.class);

    assertThat(rates.flags()).isEqualTo(rates.flags()).startsWith("flags");
    await().until(() -> rates.current() != null);
    assertThat(rates.current()).startsWith("rates");
    assertThat(repository().asked()).containsExactlyInAnyOrder("find flags", "find rates");
  }

  @Test
  void manager_ofTheApplication_isTheOneInUse() {
    System.clearProperty(MISSING_CACHE);
    CachedUsers users = start(CachedUsers.class, Managers.class);

    assertThat(users.find(1)).isEqualTo(users.find(1));
    assertThat(container.select(CacheManager.class).get().getURI()).hasToString("memory:own");
  }

  @Test
  void fires_throughAProxyAndInherited_butNotOtherwise() {
    Fires.Service service = start(Fires.Service.class, Fires.Producer.class);

    assertThat(isCached(service::inherited)).isTrue();
    assertThat(isCached(service::ofThePackage)).isTrue();
    assertThat(isCached(service::overridden)).isFalse();
    assertThat(isCached(service::ofInterface)).isFalse();
    assertThat(isCached(container.select(Fires.Produced.class).get()::find)).isFalse();
    assertThat(isCached(new Fires.Produced(repository())::find)).isFalse();
  }

  @Test
  void selfInvocation_isACall() {
    Users users = start(Users.class, ByTenant.class);

    assertThat(isCached(users::find)).isTrue();
    assertThat(isCached(users::findByItself)).isFalse();
  }

  private static boolean isCached(IntFunction<String> call) {
    return call.apply(77).equals(call.apply(77));
  }
}
