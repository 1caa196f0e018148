package org.cairncache.benchmarks.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartsTest {
  @Test
  void named_some_areThoseInTheOrderOfTheList() {
    assertThat(Parts.named(Parts.ALL, List.of("file", "cdi")))
        .extracting(Part::id)
        .containsExactly("cdi", "file");
    assertThat(Parts.named(Parts.ALL, List.of())).isEqualTo(Parts.ALL);
  }

  @Test
  void named_unknown_isRefusedWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Parts.named(Parts.ALL, List.of("cdi", "nothing")))
        .withMessageContaining("[nothing]")
        .withMessageContaining("freshness");
  }

  @Test
  void all_haveAnIdOfTheirOwn() {
    assertThat(Parts.ALL)
        .extracting(Part::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z-]+"));
  }

  @Test
  void options_forAPart_meanTheSameForItAlone() {
    PublishOptions options =
        PublishOptions.parse(List.of("--quick", "--folder", "x", "--provider", "a.Provider"));
    Part part = Parts.ALL.get(0);

    assertThat(PublishOptions.parse(options.argumentsFor(part)))
        .isEqualTo(new PublishOptions(List.of(part.id()), false, options.form(), options.folder()));
    assertThat(options.form()).isEqualTo(new Form(true, "a.Provider"));
  }

  @Test
  void options_unknownOrWithoutValue_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishOptions.parse(List.of("--part", "cdi")))
        .withMessageContaining("--parts");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PublishOptions.parse(List.of("--parts")))
        .withMessageContaining("needs a value");
  }

  @Test
  void versions_ofJars_areThoseOfWhatIsMeasured() {
    assertThat(Versions.of("/a/caffeine-3.3.1.jar:/a/jcache-3.2.4.jar:/b/classes:/c/netty-1.jar"))
        .isEqualTo(Map.of("Caffeine", "3.3.1", "Caffeine JCache", "3.2.4"));
  }
}
