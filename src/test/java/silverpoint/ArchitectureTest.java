package silverpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The house keeps to its map, {@link HouseMap}. */
class ArchitectureTest {
  private static final String ROOT = "silverpoint";

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void tablesNameEveryWingAndEveryRoom() {
    Set<String> rooms = new TreeSet<>();
    CLASSES.stream().filter(type -> !isPage(type)).forEach(type -> rooms.add(roomOf(type)));
    assertThat(rooms).isEqualTo(HouseMap.NEIGHBOURS.keySet());
    assertThat(rooms.stream().map(HouseMap::wingOf))
        .containsOnlyElementsOf(HouseMap.BENEATH.keySet());
  }

  @ParameterizedTest(name = "room ''{0}''")
  @MethodSource("silverpoint.HouseMap#rooms")
  void roomUsesItsNeighboursAndTheWingsBeneath(String room) {
    noClasses()
        .that(liesIn(room))
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "lie elsewhere than in " + HouseMap.NEIGHBOURS.get(room) + " or in a wing beneath",
                type -> isOurs(type) && !HouseMap.maySee(room, roomOf(type))))
        .check(CLASSES);
  }

  @Test
  void roomsFormNoCycle() {
    slices()
        .assignedFrom(slicedBy(ArchitectureTest::roomOf))
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void wingsFormNoCycle() {
    slices()
        .assignedFrom(slicedBy(type -> HouseMap.wingOf(roomOf(type))))
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  private static SliceAssignment slicedBy(Function<JavaClass, String> name) {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return isOurs(type) ? SliceIdentifier.of(name.apply(type)) : SliceIdentifier.ignore();
      }

      @Override
      public String getDescription() {
        return "parts of the house";
      }
    };
  }

  @Test
  void librariesHaveOneOwner() {
    HouseMap.OWNERS.forEach((library, owners) ->
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
                        && Stream.concat(
                                HouseMap.OWNERS.keySet().stream(), HouseMap.COMMON.stream())
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

  private static boolean isPage(JavaClass type) {
    return type.getSimpleName().equals("package-info");
  }

  private static String roomOf(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
  }
}
