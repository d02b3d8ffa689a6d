package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No method is there that nobody calls, the program or a test. */
class DeadCodeTest {
  /** Also called by Java itself. */
  private static final Set<String> CALLED_BY_JAVA =
      Set.of("main", "toString", "equals", "hashCode", "values", "valueOf");

  @Test
  void everyMethodIsCalledBySomebody() {
    JavaClasses all = new ClassFileImporter().importPackages("silverpoint");
    Set<String> called = called(all);
    Set<String> dead = new TreeSet<>();
    for (JavaClass type : ArchitectureTest.CLASSES) {
      dead.addAll(dead(all.get(type.getName()), called));
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void aMethodThatNobodyCallsIsNoticed() {
    JavaClasses planted = new ClassFileImporter().importClasses(Planted.class, DeadCodeTest.class);
    assertThat(dead(planted.get(Planted.class), called(planted)))
        .containsExactly(Planted.class.getName() + ".calledByItselfAlone()");
    new Planted().called();
  }

  /** What nobody calls. */
  static final class Planted implements Runnable {
    void called() {}

    int calledByItselfAlone(int times) {
      return times == 0 ? 0 : calledByItselfAlone(times - 1);
    }

    @Override
    public void run() {}
  }

  private static Set<String> dead(JavaClass type, Set<String> called) {
    Set<String> dead = new TreeSet<>();
    for (JavaMethod method : type.getMethods()) {
      if (!method.getModifiers().contains(JavaModifier.SYNTHETIC)
          && !CALLED_BY_JAVA.contains(method.getName())
          && !isPartOfARecord(method)
          && !isPromisedElsewhere(method)
          && !called.contains(key(type, method.getName(), method.getRawParameterTypes().size()))) {
        dead.add(type.getName() + "." + method.getName() + "()");
      }
    }
    return dead;
  }

  private static boolean isPartOfARecord(JavaMethod method) {
    return method.getOwner().isRecord()
        && method.getRawParameterTypes().isEmpty()
        && method.getOwner().tryGetField(method.getName()).isPresent();
  }

  /** Whether a type above has it, and calls it by that. */
  private static boolean isPromisedElsewhere(JavaMethod method) {
    return above(method.getOwner())
        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
        .anyMatch(other ->
            other.getName().equals(method.getName())
                && other.getParameterCount() == method.getRawParameterTypes().size());
  }

  /** All methods that others than they themselves call or refer to, by all types that have them. */
  private static Set<String> called(JavaClasses types) {
    Set<String> called = new HashSet<>();
    for (JavaClass type : types) {
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        Stream.<JavaCodeUnitAccess<? extends CodeUnitAccessTarget>>concat(
                unit.getCallsFromSelf().stream(), unit.getCodeUnitReferencesFromSelf().stream())
            .map(JavaCodeUnitAccess::getTarget)
            .filter(target -> !isItself(unit, target))
            .forEach(target -> {
              int parameters = target.getRawParameterTypes().size();
              called.add(key(target.getOwner(), target.getName(), parameters));
              above(target.getOwner())
                  .forEach(owner -> called.add(key(owner, target.getName(), parameters)));
            });
      }
    }
    return called;
  }

  private static boolean isItself(JavaCodeUnit unit, CodeUnitAccessTarget target) {
    return unit.getOwner().equals(target.getOwner())
        && unit.getName().equals(target.getName())
        && unit.getRawParameterTypes().size() == target.getRawParameterTypes().size();
  }

  private static Stream<JavaClass> above(JavaClass type) {
    return Stream.concat(
        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
  }

  private static String key(JavaClass owner, String name, int parameters) {
    return owner.getName() + "." + name + "/" + parameters;
  }
}
