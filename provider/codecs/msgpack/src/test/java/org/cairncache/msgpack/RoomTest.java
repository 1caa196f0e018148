package org.cairncache.msgpack;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A codec sees the SPI and its own library, and shows its factory. */
final class RoomTest {
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(RoomTest.class.getPackageName());

  @Test
  void room_seesTheSpiAndItsLibraryOnly() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                RoomTest.class.getPackageName(),
                "org.cairncache.spi",
                "java..",
                "org.jspecify.annotations..",
                "org.msgpack.."))
        .check(MAIN);
  }

  @Test
  void publicClasses_areWhatUsersName() {
    assertThat(MAIN.stream())
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(JavaClass::isTopLevelClass)
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder("MsgpackCodecFactory");
  }
}
