package silverpoint;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rooms that know nothing of the world, and rooms whose answers follow from what they are given.
 * The small classes at the end do what the rules forbid, and the rules must see it.
 */
class PureRoomsTest {
  private static final List<String> PURE =
      List.of(
          "foundation.geometry",
          "picture.stroke",
          "picture.tone",
          "route",
          "machine.motion",
          "machine.plotfile");

  /** Rooms whose answers follow from what they are given: no clock, no chance, no threads. */
  private static final List<String> REPEATABLE =
      List.of(
          "foundation.geometry",
          "foundation.image",
          "foundation.statistics",
          "machine.motion",
          "machine.plotfile",
          "picture.face",
          "picture.feature",
          "picture.lineart",
          "picture.portrait",
          "picture.stroke",
          "picture.tone",
          "picture.drawingfile",
          "picture.tracing",
          "route",
          "sketch",
          "sketch.preview");

  private static final List<String> IMPURE_PACKAGES =
      List.of(
          "org.slf4j",
          "java.io",
          "java.nio",
          "java.util.concurrent",
          "java.util.logging",
          "java.time",
          "java.util.random");

  @ParameterizedTest(name = "{0}")
  @MethodSource("pureRooms")
  void pureRoomsKnowNoWorld(String room) {
    knowsNoWorld(ArchitectureTest.liesIn(room)).check(ArchitectureTest.CLASSES);
  }

  static Stream<String> pureRooms() {
    return PURE.stream();
  }

  @ParameterizedTest(name = "room ''{0}''")
  @MethodSource("repeatableRooms")
  void whatIsGivenDecides(String room) {
    asksNeitherClockNorChance(ArchitectureTest.liesIn(room)).check(ArchitectureTest.CLASSES);
  }

  static Stream<String> repeatableRooms() {
    return REPEATABLE.stream();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      classes = {
        ReadsTheClock.class,
        ReadsTheTime.class,
        DrawsLots.class,
        Shuffles.class,
        GrowsARandomSeed.class,
        ScattersBySplitting.class,
        RunsBeside.class,
        AsksLazily.class,
        AsksByReference.class,
        ReadsTheEnvironment.class
      })
  void theRulesNoticeAClockAndChance(Class<?> faulty) {
    JavaClasses planted = new ClassFileImporter().importClasses(faulty);
    assertThat(asksNeitherClockNorChance(everywhere()).evaluate(planted).hasViolation()).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      classes = {AsksTheCalendar.class, StartsAThread.class, ReadsAFile.class, SharesARandom.class})
  void theRulesNoticeTheWorld(Class<?> faulty) {
    JavaClasses planted = new ClassFileImporter().importClasses(faulty);
    assertThat(knowsNoWorld(everywhere()).evaluate(planted).hasViolation()).isTrue();
  }

  @Test
  void theRulesLetASeedPass() {
    JavaClasses sound = new ClassFileImporter().importClasses(Seeded.class);
    assertThat(asksNeitherClockNorChance(everywhere()).evaluate(sound).hasViolation()).isFalse();
    assertThat(knowsNoWorld(everywhere()).evaluate(sound).hasViolation()).isFalse();
  }

  private static ArchRule knowsNoWorld(DescribedPredicate<JavaClass> where) {
    return noClasses()
        .that(where)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "do input, output, time, chance or threads",
                type ->
                    IMPURE_PACKAGES.stream().anyMatch(name -> ArchitectureTest.isWithin(type, name))
                        || Set.of("java.lang.Thread", "java.util.Random", "java.lang.Runtime")
                            .contains(type.getName())));
  }

  private static ArchRule asksNeitherClockNorChance(DescribedPredicate<JavaClass> where) {
    return noClasses()
        .that(where)
        .should()
        .accessTargetWhere(
            DescribedPredicate.describe(
                "asks a clock, chance, the environment or another thread",
                access -> isClockOrChance(access.getTarget())));
  }

  private static boolean isClockOrChance(AccessTarget target) {
    String owner = target.getOwner().getName();
    String name = target.getName();
    boolean givenNothing =
        target instanceof CodeUnitAccessTarget unit && unit.getRawParameterTypes().isEmpty();
    return switch (owner) {
      case "java.lang.System" -> !name.equals("arraycopy");
      case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
      case "java.util.Random", "java.util.SplittableRandom" ->
          name.equals("<init>") && givenNothing;
      case "java.util.UUID" -> name.equals("randomUUID");
      case "java.util.Collections" ->
          name.equals("shuffle")
              && target instanceof CodeUnitAccessTarget unit
              && unit.getRawParameterTypes().size() == 1;
      default ->
          name.equals("parallelStream")
              || name.equals("parallel")
              || owner.startsWith("java.time.") && name.equals("now")
              || owner.equals("java.util.concurrent.ThreadLocalRandom");
    };
  }

  private static DescribedPredicate<JavaClass> everywhere() {
    return DescribedPredicate.describe("lie anywhere", type -> true);
  }

  static class ReadsTheClock {
    long nowNs() {
      return System.nanoTime();
    }
  }

  static class ReadsTheTime {
    long nowMs() {
      return System.currentTimeMillis();
    }
  }

  static class AsksTheCalendar {
    Instant now() {
      return Instant.now();
    }
  }

  static class DrawsLots {
    double lot() {
      return Math.random();
    }
  }

  static class GrowsARandomSeed {
    double lot() {
      return new Random().nextDouble();
    }
  }

  static class ScattersBySplitting {
    double lot() {
      return new SplittableRandom().nextDouble();
    }
  }

  static class SharesARandom {
    double lot() {
      return ThreadLocalRandom.current().nextDouble();
    }
  }

  static class Shuffles {
    void mix(List<String> words) {
      Collections.shuffle(words);
    }
  }

  static class RunsBeside {
    double sum(List<Double> numbers) {
      return numbers.parallelStream().mapToDouble(number -> number).sum();
    }
  }

  static class StartsAThread {
    void run(Runnable task) {
      Thread.ofVirtual().start(task);
    }
  }

  static class ReadsAFile {
    boolean isThere() {
      return Files.exists(Path.of("."));
    }
  }

  static class ReadsTheEnvironment {
    String home() {
      return System.getenv("HOME");
    }
  }

  static class AsksLazily {
    LongSupplier clock() {
      return () -> System.nanoTime();
    }
  }

  static class AsksByReference {
    LongSupplier clock() {
      return System::nanoTime;
    }
  }

  static class Seeded {
    int[] shuffled(int[] numbers) {
      int[] copy = new int[numbers.length];
      System.arraycopy(numbers, 0, copy, 0, numbers.length);
      int other = new SplittableRandom(7).nextInt(numbers.length);
      copy[0] = numbers[other];
      copy[other] = numbers[0];
      return copy;
    }
  }
}
