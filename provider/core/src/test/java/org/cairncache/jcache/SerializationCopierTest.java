package org.cairncache.jcache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.NotSerializableException;
import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import javax.cache.CacheException;
import org.junit.jupiter.api.Test;

class SerializationCopierTest {
  private static final ClassLoader LOADER = SerializationCopierTest.class.getClassLoader();

  /** A value of an application's own. */
  public static final class Bean implements Serializable {
    private static final long serialVersionUID = 1L;
    public final List<String> names = new ArrayList<>(List.of("a"));
    public final int[] numbers = {1, 2};
    public final Class<?> primitive = int.class;
  }

  /** An interface of an application's own. */
  public interface Named extends Serializable {
    String name();
  }

  /** What a proxy of an application's own calls. */
  public static final class Handler implements java.lang.reflect.InvocationHandler, Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] arguments) {
      return method.getName();
    }
  }

  private final SerializationCopier copier = new SerializationCopier();

  @Test
  void copy_sharesNothingMutable() {
    Bean original = new Bean();

    Bean copy = copier.copy(original, LOADER);
    original.names.add("b");
    original.numbers[0] = 7;

    assertThat(copy.names).containsExactly("a");
    assertThat(copy.numbers).containsExactly(1, 2);
    assertThat(copy.primitive).isEqualTo(int.class);
  }

  @Test
  void copy_jdkTypesAndArrays_work() {
    Map<String, List<Date>> original = new HashMap<>(Map.of("k", List.of(new Date(1))));

    assertThat(copier.copy(original, LOADER)).isEqualTo(original).isNotSameAs(original);
    assertThat(copier.copy(new int[][] {{1}, {2, 3}}, LOADER))
        .isDeepEqualTo(new int[][] {{1}, {2, 3}});
    assertThat(copier.copy(new Bean[] {new Bean()}, LOADER)).hasSize(1);
  }

  @Test
  void copy_notSerializable_saysWhatToDo() {
    Object original = new Object();

    assertThatThrownBy(() -> copier.copy(original, LOADER))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("java.lang.Object")
        .hasMessageContaining("Serializable")
        .hasMessageContaining("Copier")
        .hasMessageContaining("store by reference")
        .hasCauseInstanceOf(NotSerializableException.class);
  }

  @Test
  void copy_notSerializableInside_namesTheValuesClass() {
    List<Object> original = new ArrayList<>(List.of(new Object()));

    assertThatThrownBy(() -> copier.copy(original, LOADER))
        .isInstanceOf(CacheException.class)
        .hasMessageContaining("java.util.ArrayList")
        .hasRootCauseMessage("java.lang.Object");
  }

  @Test
  void copy_resolvesThroughTheCachesLoader() throws Exception {
    ClassLoader application = new Isolated();

    Object copy = copier.copy(new Bean(), application);

    assertThat(copy.getClass().getName()).isEqualTo(Bean.class.getName());
    assertThat(copy.getClass().getClassLoader()).isSameAs(application);
  }

  @Test
  void copy_classUnknownToTheCachesLoader_resolvesThroughTheValues() {
    Bean copy = copier.copy(new Bean(), ClassLoader.getPlatformClassLoader());

    assertThat(copy.names).containsExactly("a");
  }

  @Test
  void copy_applicationsOwnLoader_works() throws Exception {
    ClassLoader application = new Isolated();
    Object original =
        application.loadClass(Bean.class.getName()).getDeclaredConstructor().newInstance();

    Object copy = copier.copy(original, application);

    assertThat(copy).isNotSameAs(original).hasSameClassAs(original);
  }

  @Test
  void copy_proxyOfTheApplicationsOwnInterface_works() throws Exception {
    ClassLoader application = new Isolated();
    Class<?> named = application.loadClass(Named.class.getName());
    Object handler =
        application.loadClass(Handler.class.getName()).getDeclaredConstructor().newInstance();
    Object original =
        Proxy.newProxyInstance(
            application, new Class<?>[] {named}, (java.lang.reflect.InvocationHandler) handler);

    Object copy = copier.copy(original, application);

    assertThat(named.getMethod("name").invoke(copy)).isEqualTo("name");
  }

  @Test
  void copy_proxyOfAnInterfaceOfTheJdkAndOneOfTheApplications_works() throws Exception {
    ClassLoader application = new Isolated();
    Class<?> named = application.loadClass(Named.class.getName());
    Object handler =
        application.loadClass(Handler.class.getName()).getDeclaredConstructor().newInstance();
    Object original =
        Proxy.newProxyInstance(
            application,
            new Class<?>[] {Supplier.class, named},
            (java.lang.reflect.InvocationHandler) handler);

    Object copy = copier.copy(original, application);

    assertThat(named.getMethod("name").invoke(copy)).isEqualTo("name");
    assertThat(((Supplier<?>) copy).get()).isEqualTo("get");
  }

  /** Loads this test's own classes anew, as a container's loader for an application would. */
  private static final class Isolated extends ClassLoader {
    Isolated() {
      super(LOADER);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(SerializationCopierTest.class.getName() + "$")) {
        return super.loadClass(name, resolve);
      }
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      String resource = name.replace('.', '/') + ".class";
      try (InputStream in = Objects.requireNonNull(LOADER.getResourceAsStream(resource))) {
        byte[] bytes = in.readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException failure) {
        throw new ClassNotFoundException(name, failure);
      }
    }
  }
}
