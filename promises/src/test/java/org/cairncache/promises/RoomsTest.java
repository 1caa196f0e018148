package org.cairncache.promises;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.cairncache.spi.CodecFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The rules of the house in the artifacts beside the core, as ArchitectureTest keeps them there.
 */
final class RoomsTest {
  private static final List<String> FOR_ALL =
      List.of(
          "org.cairncache.spi..",
          "java..",
          "javax.cache..",
          "javax.net.ssl..",
          "org.jspecify.annotations..");

  /** A room's package, the packages of its library, and the classes that users name. */
  enum Room {
    JACKSON(List.of("com.fasterxml.jackson.."), "JacksonCodecFactory"),
    KRYO(
        List.of("com.esotericsoftware.kryo..", "org.objenesis.."),
        "KryoCodecFactory",
        "KryoCopier"),
    MSGPACK(List.of("org.msgpack.."), "MsgpackCodecFactory"),
    PROTOBUF(List.of("com.google.protobuf.."), "ProtobufCodecFactory"),
    REDIS(List.of("io.lettuce.core..", "io.netty..", "dev.failsafe.."), "RedisStoreFactory"),
    S3(List.of("software.amazon.awssdk.."), "S3StoreFactory"),
    GCS(List.of("com.google..", "org.apache.http.."), "GcsStoreFactory");

    private final List<String> library;
    private final String[] named;

    Room(List<String> library, String... named) {
      this.library = library;
      this.named = named;
    }

    private JavaClasses classesOf() {
      return new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.cairncache." + folder());
    }

    private String folder() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void room_seesTheSpiAndItsLibraryOnly(Room room) {
    List<String> seen = new ArrayList<>(FOR_ALL);
    seen.addAll(room.library);
    seen.add("org.cairncache." + room.folder());
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(seen.toArray(String[]::new))
        .check(room.classesOf());
  }

  @ParameterizedTest
  @EnumSource
  void publicClasses_areWhatUsersName(Room room) {
    assertThat(room.classesOf().stream())
        .filteredOn(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
        .filteredOn(JavaClass::isTopLevelClass)
        .extracting(JavaClass::getSimpleName)
        .containsExactlyInAnyOrder(room.named);
  }

  @Test
  void freshness_seesThePublicApiTheSpiAndItsLibraryOnly() {
    List<String> seen = new ArrayList<>(FOR_ALL);
    seen.addAll(
        List.of("org.cairncache", "org.cairncache.freshness..", "com.github.benmanes.caffeine.."));
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(seen.toArray(String[]::new))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cairncache.freshness"));
  }

  @Test
  void cdi_seesThePublicApiFreshnessAndItsLibrariesOnly() {
    List<String> seen = new ArrayList<>(FOR_ALL);
    seen.addAll(
        List.of(
            "org.cairncache",
            "org.cairncache.cdi..",
            "org.cairncache.freshness",
            "org.cairncache.freshness.background",
            "org.cairncache.freshness.key",
            "jakarta..",
            "org.eclipse.microprofile.config.."));
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(seen.toArray(String[]::new))
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.cairncache.cdi"));
  }

  @Test
  void codecs_areAllRooms() {
    TreeSet<String> rooms = new TreeSet<>(List.of("java")); // is in core
    for (Room room : Room.values()) {
      if (room.named[0].endsWith("CodecFactory")) {
        rooms.add(room.folder());
      }
    }
    assertThat(CodecFactories.names(RoomsTest.class.getClassLoader())).isEqualTo(rooms);
  }
}
