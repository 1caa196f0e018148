package org.cairncache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TckContainerTest {

  @TempDir Path root;
  @TempDir Path libraries;

  private final Path beans = Path.of("beans");

  @Test
  void in_twoFoldersOfOneImplementation_areTwoContainers() throws IOException {
    container("weld", "implementation=weld\n");
    container("weld-redis", "implementation=weld\n");

    assertThat(TckContainer.in(root, libraries, beans))
        .containsExactlyInAnyOrder(
            new TckContainer("weld", root.resolve("weld"), libraries.resolve("weld"), beans),
            new TckContainer(
                "weld-redis", root.resolve("weld-redis"), libraries.resolve("weld"), beans));
  }

  @Test
  void in_noImplementation_isRefused() throws IOException {
    container("bare", "");

    assertThatThrownBy(() -> TckContainer.in(root, libraries, beans))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("'implementation'");
  }

  @Test
  void classPath_isTheFolderTheBeansAndEachJar() throws IOException {
    Path jars = Files.createDirectory(libraries.resolve("weld"));
    Path jar = Files.createFile(jars.resolve("weld.jar"));
    Files.createFile(jars.resolve("weld.txt"));

    assertThat(new TckContainer("weld", root, jars, beans).classPath())
        .containsExactly(root, beans, jar);
  }

  @Test
  void configuration_namesTheJars() throws IOException {
    Files.writeString(root.resolve("cairn.conf"), "cairn {}\n");
    Files.createFile(libraries.resolve("weld.jar"));
    Files.createFile(libraries.resolve("api.jar"));

    assertThat(new TckContainer("weld", root, libraries, beans).configuration())
        .isEqualTo("# api.jar\n# weld.jar\n\ncairn {}\n");
  }

  @Test
  void classPath_librariesNotThere_isRefused() {
    TckContainer container = new TckContainer("weld", root, libraries.resolve("weld"), beans);

    assertThatThrownBy(container::classPath).isInstanceOf(NoSuchFileException.class);
  }

  private void container(String name, String properties) throws IOException {
    Path folder = Files.createDirectory(root.resolve(name));
    Files.writeString(folder.resolve("container.properties"), properties);
  }
}
