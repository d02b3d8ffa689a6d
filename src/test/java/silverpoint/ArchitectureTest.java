package silverpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The map of the house: which room may use which. The table is the documentation. */
class ArchitectureTest {
  private static final String ROOT = "silverpoint";

  /**
   * Room -> the rooms it may use; "" is the root package. Ground first, then the stages in order.
   */
  private static final Map<String, Set<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("geometry", Set.of()),
              Map.entry("image", Set.of("geometry")),
              Map.entry("inference", Set.of()),
              Map.entry("gpio", Set.of()),
              Map.entry("access", Set.of()),
              Map.entry("camera", Set.of("geometry", "image")),
              Map.entry("face", Set.of("geometry", "image", "inference")),
              Map.entry("subject", Set.of("camera", "face", "geometry", "image")),
              Map.entry("portrait", Set.of("face", "geometry", "image", "inference")),
              Map.entry("tone", Set.of("portrait", "face", "geometry", "image")),
              Map.entry(
                  "lineart", Set.of("tone", "portrait", "face", "geometry", "image", "inference")),
              Map.entry("hardship", Set.of("portrait", "face", "geometry", "image")),
              Map.entry("stroke", Set.of("lineart", "portrait", "geometry", "image")),
              Map.entry("route", Set.of("stroke", "geometry")),
              Map.entry("motion", Set.of("geometry")),
              Map.entry("plotter", Set.of("motion", "gpio", "geometry")),
              Map.entry(
                  "",
                  Set.of(
                      "camera",
                      "face",
                      "portrait",
                      "lineart",
                      "stroke",
                      "route",
                      "motion",
                      "geometry")),
              Map.entry(
                  "preview",
                  Set.of("face", "portrait", "lineart", "stroke", "route", "geometry", "image")),
              Map.entry("booth", Set.of()),
              Map.entry("history", Set.of("booth")),
              Map.entry(
                  "crew",
                  Set.of(
                      "",
                      "booth",
                      "history",
                      "camera",
                      "subject",
                      "face",
                      "inference",
                      "portrait",
                      "stroke",
                      "route",
                      "motion",
                      "plotter",
                      "geometry")),
              Map.entry(
                  "config",
                  Set.of(
                      "booth",
                      "history",
                      "camera",
                      "stroke",
                      "motion",
                      "plotter",
                      "web",
                      "geometry")),
              Map.entry("trace", Set.of("stroke", "lineart", "geometry", "image")),
              Map.entry(
                  "web",
                  Set.of(
                      "", "access", "booth", "history", "stroke", "route", "motion", "geometry")),
              Map.entry("modelimport", Set.of("inference")),
              Map.entry("accuracy", Set.of("face", "lineart", "geometry", "image")),
              Map.entry("baseline", Set.of("accuracy", "geometry", "image")),
              Map.entry("statistics", Set.of()),
              Map.entry("loadgen", Set.of("statistics")),
              Map.entry("report", Set.of("benchmark", "accuracy", "statistics")),
              Map.entry(
                  "benchmark",
                  Set.of(
                      "route",
                      "",
                      "accuracy",
                      "baseline",
                      "loadgen",
                      "statistics",
                      "face",
                      "portrait",
                      "stroke",
                      "motion",
                      "inference",
                      "geometry",
                      "image")),
              Map.entry(
                  "cli",
                  Set.of(
                      "",
                      "booth",
                      "crew",
                      "history",
                      "benchmark",
                      "accuracy",
                      "loadgen",
                      "report",
                      "hardship",
                      "camera",
                      "face",
                      "subject",
                      "portrait",
                      "lineart",
                      "stroke",
                      "route",
                      "motion",
                      "plotter",
                      "gpio",
                      "trace",
                      "access",
                      "web",
                      "preview",
                      "config",
                      "inference",
                      "geometry",
                      "image"))));

  /** Library -> the rooms that know it. */
  private static final Map<String, Set<String>> OWNERS =
      Map.ofEntries(
          Map.entry("ai.djl", Set.of("inference")),
          Map.entry("org.bytedeco", Set.of("image", "camera", "modelimport", "baseline")),
          Map.entry("org.bytedeco.javacv", Set.of("camera", "image")),
          Map.entry("java.sql", Set.of("history")),
          Map.entry("org.sqlite", Set.of("history")),
          Map.entry("us.hebi.matlab", Set.of("accuracy")),
          Map.entry("org.jgrapht", Set.of("route")),
          Map.entry("picocli", Set.of("cli")),
          Map.entry("com.pi4j", Set.of("gpio")),
          Map.entry("com.fasterxml.jackson", Set.of("cli", "config", "inference")),
          Map.entry(
              "tools.jackson", Set.of("cli", "config", "history", "inference", "report", "web")),
          Map.entry("io.javalin", Set.of("web")),
          Map.entry("com.google.zxing", Set.of("web")),
          Map.entry("org.eclipse.jetty", Set.of("web")),
          Map.entry("io.micrometer", Set.of("web")),
          Map.entry("org.bouncycastle", Set.of("access")),
          Map.entry("javax.crypto", Set.of("access")),
          Map.entry("java.lang.foreign", Set.of("gpio")),
          Map.entry("java.awt", Set.of("image", "preview", "cli")),
          Map.entry("javax.imageio", Set.of("image")),
          Map.entry("javax.xml", Set.of("accuracy", "trace")),
          Map.entry("jakarta.servlet", Set.of("web")),
          Map.entry("com.sun.management", Set.of("cli", "web")));

  /** Packages that any room may use. */
  private static final List<String> COMMON =
      List.of("java", "org.jspecify.annotations", "org.slf4j", "org.w3c.dom", "org.xml.sax");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  static Stream<String> rooms() {
    return MAY_USE.keySet().stream();
  }

  @Test
  void tableNamesEveryRoom() {
    Set<String> rooms = new TreeSet<>();
    CLASSES.forEach(type -> rooms.add(roomOf(type)));
    assertThat(rooms).isEqualTo(MAY_USE.keySet());
  }

  @ParameterizedTest(name = "room ''{0}''")
  @MethodSource("rooms")
  void roomUsesOnlyItsNeighbours(String room) {
    Set<String> allowed = MAY_USE.getOrDefault(room, Set.of());
    noClasses()
        .that(liesIn(room))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "lie in rooms other than " + allowed,
                type ->
                    isOurs(type) && !roomOf(type).equals(room) && !allowed.contains(roomOf(type))))
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCycle() {
    slices().matching(ROOT + ".(*)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void librariesHaveOneOwner() {
    OWNERS.forEach((library, owners) ->
        noClasses()
            .that(
                DescribedPredicate.describe(
                    "lie outside of " + owners, type -> !owners.contains(roomOf(type))))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library + "..")
            .check(CLASSES));
  }

  /** What is not here has no owner yet: name it above, or do without. */
  @Test
  void everyLibraryHasAnOwner() {
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of a library without an owner",
                type ->
                    !isOurs(type)
                        && !type.isPrimitive()
                        && !type.isArray()
                        && Stream.concat(OWNERS.keySet().stream(), COMMON.stream())
                            .noneMatch(library -> isWithin(type, library))))
        .check(CLASSES);
  }

  @Test
  void everyRoomIsNullMarked() {
    for (JavaClass type : CLASSES) {
      assertThat(type.getPackage().isAnnotatedWith(NullMarked.class))
          .as(type.getPackageName() + " is @NullMarked in its package-info")
          .isTrue();
    }
  }

  static boolean isWithin(JavaClass type, String library) {
    return (type.getPackageName() + ".").startsWith(library + ".");
  }

  static DescribedPredicate<JavaClass> liesIn(String room) {
    return DescribedPredicate.describe("lie in " + room, type -> roomOf(type).equals(room));
  }

  private static boolean isOurs(JavaClass type) {
    return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
  }

  private static String roomOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
