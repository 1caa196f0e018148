package org.cairncache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntFunction;
import javax.cache.CacheManager;
import org.cairncache.cdi.documented.Admin;
import org.cairncache.cdi.documented.ByTenant;
import org.cairncache.cdi.documented.CachedUsers;
import org.cairncache.cdi.documented.Fires;
import org.cairncache.cdi.documented.Managers;
import org.cairncache.cdi.documented.Members;
import org.cairncache.cdi.documented.Rates;
import org.cairncache.cdi.documented.Repository;
import org.cairncache.cdi.documented.Users;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What docs/cdi.md and the pages under it show does what they say. */
@Timeout(60)
final class DocumentedTest {
  private static final boolean IN_OPEN_WEB_BEANS =
      System.getProperty("cdi.container", "").startsWith("openwebbeans");

  private @Nullable Container container;

  @AfterEach
  void close() {
    if (container != null) {
      container.close();
    }
  }

  private <T> T start(Class<T> bean, Class<?>... others) {
    Class<?>[] beans = Arrays.copyOf(others, others.length + 2);
    beans[others.length] = bean;
    beans[others.length + 1] = Repository.class;
    container = Container.of(beans);
    return container.get(bean);
  }

  private <T> T get(Class<T> bean) {
    return Objects.requireNonNull(container).get(bean);
  }

  private Repository repository() {
    return get(Repository.class);
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
    get(ByTenant.class).change("blue");
    assertThat(users.setting("colour")).isNotEqualTo(ofRed);
  }

  @Test
  void members_withTemplates_areChangedByTheirKeysAndTags() {
    Members members = start(Members.class, Admin.class);

    assertThat(members.find(1)).isEqualTo(members.find(1));
    members.save(1, "ada");
    assertThat(members.find(1)).isEqualTo("ada");
    assertThat(get(Admin.class).knows(1)).isTrue();
    members.delete(1);
    assertThat(get(Admin.class).knows(1)).isFalse();
    String team = members.team("red", 1);
    assertThat(members.team("red", 1)).isEqualTo(team);
    members.join("red", 7);
    String joined = members.team("red", 1);
    assertThat(joined).isNotEqualTo(team);
    get(Admin.class).forget("red", 1);
    assertThat(members.team("red", 1)).isNotEqualTo(joined);
    assertThat(get(Admin.class).names()).contains("members");
  }

  @Test
  void rates_inTheBackground_areLoadedOnce() {
    Rates rates = start(Rates.class);
    await().until(() -> repository().asked().contains("find flags")); // or a call would be first

    assertThat(rates.flags()).isEqualTo(rates.flags()).startsWith("flags");
    await().until(() -> rates.current() != null);
    assertThat(rates.current()).startsWith("rates");
    assertThat(repository().asked()).containsExactlyInAnyOrder("find flags", "find rates");
  }

  @Test
  void manager_ofTheApplication_isTheOneInUse() {
    CachedUsers users = start(CachedUsers.class, Managers.class);

    assertThat(users.find(1)).isEqualTo(users.find(1));
    assertThat(get(CacheManager.class).getURI()).hasToString("memory:own");
  }

  @Test
  void fires_throughAProxyAndInherited_butNotOtherwise() {
    Fires.Service service = start(Fires.Service.class, Fires.Producer.class);

    assertThat(isCached(service::inherited)).isTrue();
    assertThat(isCached(id -> Fires.ofThePackage(service, id))).isTrue();
    assertThat(isCached(service::overridden)).isFalse();
    assertThat(isCached(service::ofInterface)).isFalse();
    assertThat(isCached(get(Fires.Produced.class)::find)).isEqualTo(IN_OPEN_WEB_BEANS);
    assertThat(isCached(new Fires.Produced()::find)).isFalse();
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
