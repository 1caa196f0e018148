package org.cairncache.arch;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The rules of the house about who sees whom. */
class ArchitectureTest {
  private static final String ROOT = "org.cairncache";
  private static final String SPI = ROOT + ".spi..";
  private static final String FRONT = ROOT + ".jcache..";
  private static final String CONFIG = ROOT + ".config..";
  private static final String JAVA = "java..";
  private static final String JCACHE_API = "javax.cache..";
  private static final String CRYPTO = "javax.crypto..";
  private static final String NULLNESS = "org.jspecify.annotations..";

  /** What is no room; every other package below the root is one. */
  private static final Set<String> NO_ROOMS = Set.of("spi", "jcache", "config");

  /** The libraries that a room may use beside the JDK. */
  private static final Map<String, List<String>> LIBRARIES =
      Map.of("memory", List.of("com.github.benmanes.caffeine.."));

  /** The front's classes that the public package, or an application's TCK, names. */
  private static final Set<String> PUBLIC_FRONT =
      Set.of("JCache", "Manager", "ManagerPlan", "Managers");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void room_seesTheSpiAndItsOwnLibraryOnly() {
    assertThat(rooms()).contains("memory");
    for (String room : rooms()) {
      String own = ROOT + "." + room + "..";
      List<String> seen =
          Stream.concat(
                  Stream.of(own, SPI, JAVA, NULLNESS),
                  LIBRARIES.getOrDefault(room, List.of()).stream())
              .toList();
      classes()
          .that()
          .resideInAPackage(own)
          .should()
          .onlyDependOnClassesThat(resideInAnyPackage(seen.toArray(String[]::new)))
          .check(MAIN);
    }
  }

  @Test
  void spi_seesNothingOfCairnAndNoLibrary() {
    classes()
        .that()
        .resideInAPackage(SPI)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(SPI, JAVA, CRYPTO, JCACHE_API, NULLNESS))
        .check(MAIN);
  }

  @Test
  void front_seesTheSpiAndThePublicPackageButNoRoomAndNoStoresLibrary() {
    classes()
        .that()
        .resideInAPackage(FRONT)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(FRONT, ROOT, SPI, JAVA, JCACHE_API, NULLNESS, "javax.management.."))
        .check(MAIN);
  }

  @Test
  void publicPackage_seesFrontAndConfigurationOnlyInTheProvider() {
    noClasses()
        .that(resideInAPackage(ROOT))
        .and(not(nestedInOrNamed("CairnCachingProvider")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(FRONT, CONFIG))
        .check(MAIN);
  }

  @Test
  void publicPackage_seesNoRoomAndNoLibrary() {
    classes()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(ROOT, CONFIG, FRONT, SPI, JAVA, JCACHE_API, NULLNESS))
        .check(MAIN);
  }

  @Test
  void configuration_seesThePublicPackageAndTheSpiButNotTheFront() {
    classes()
        .that()
        .resideInAPackage(CONFIG)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                CONFIG, ROOT, SPI, JAVA, JCACHE_API, NULLNESS, "com.typesafe.config.."))
        .check(MAIN);
  }

  @Test
  void frontsClasses_arePackagePrivateButForAShortList() {
    assertThat(publicTopLevel("jcache")).containsExactlyInAnyOrderElementsOf(PUBLIC_FRONT);
  }

  @Test
  void roomsClasses_arePackagePrivateButForTheFactory() {
    for (String room : rooms()) {
      assertThat(publicTopLevel(room))
          .as(room)
          .allMatch(name -> name.matches(".*(Store|Codec)Factory"));
    }
  }

  @Test
  void topLevelClasses_areFinalWhereNobodyExtendsThem() {
    Set<String> extended =
        MAIN.stream()
            .flatMap(type -> type.getRawSuperclass().stream())
            .map(JavaClass::getName)
            .collect(Collectors.toSet());

    assertThat(MAIN.stream().filter(JavaClass::isTopLevelClass).filter(ArchitectureTest::isOpen))
        .extracting(JavaClass::getName)
        .isSubsetOf(extended.toArray(String[]::new));
  }

  @Test
  void packages_areNullMarked() {
    Set<String> packages =
        MAIN.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));

    assertThat(packages).contains(ROOT, ROOT + ".spi", ROOT + ".jcache", ROOT + ".memory");
    assertThat(packages)
        .allMatch(name -> MAIN.getPackage(name).isAnnotatedWith(NullMarked.class), "@NullMarked");
  }

  @Test
  void names_sayWhatAThingIs() {
    noClasses()
        .should()
        .haveNameMatching(".*(Impl|Utils?|Helpers?)(\\$.*)?")
        .orShould()
        .haveNameMatching(".*[.$]Abstract[A-Z].*")
        .check(MAIN);
  }

  private static Set<String> rooms() {
    return MAIN.stream()
        .map(JavaClass::getPackageName)
        .filter(name -> name.startsWith(ROOT + "."))
        .map(name -> name.substring(ROOT.length() + 1).replaceFirst("\\..*", ""))
        .filter(name -> !NO_ROOMS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> publicTopLevel(String below) {
    return MAIN.stream()
        .filter(resideInAPackage(ROOT + "." + below + ".."))
        .filter(JavaClass::isTopLevelClass)
        .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .map(JavaClass::getSimpleName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOpen(JavaClass type) {
    return !type.isInterface()
        && !type.isAnnotation()
        && !type.isEnum()
        && !type.isAssignableTo(Throwable.class)
        && !type.getSimpleName().equals("package-info")
        && !type.getModifiers().contains(JavaModifier.FINAL)
        && !type.getModifiers().contains(JavaModifier.ABSTRACT);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> nestedInOrNamed(
      String simpleName) {
    String name = ROOT + "." + simpleName;
    return describe(
        "are " + simpleName,
        type -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
  }
}
