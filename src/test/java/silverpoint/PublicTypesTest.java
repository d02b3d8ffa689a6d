package silverpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A room shows what others use, and what that names, and keeps the rest to itself. */
class PublicTypesTest {
  private static final Pattern IMPORT = Pattern.compile("import (?:static )?(silverpoint[\\w.]+)");

  private static final Path SERVICES = Path.of("src", "main", "resources", "META-INF", "services");

  /**
   * Public for sources that are compiled beside: the real clock is measured under the load of a web
   * server, and a cluster measures models.
   */
  private static final Set<String> SHOWN_BESIDE =
      Set.of(
          "silverpoint.machine.plotter.SpinningClock",
          "silverpoint.lab.benchmark.ClassicalCandidates",
          "silverpoint.lab.benchmark.JudgedRow",
          "silverpoint.lab.benchmark.ModelCandidate");

  @Test
  void whatNobodyOutsideItsRoomUsesIsNotPublic() throws IOException {
    Set<JavaClass> shown = new HashSet<>(usedOutside());
    Set<JavaClass> next = shown;
    while (!next.isEmpty()) {
      Set<JavaClass> named = new HashSet<>();
      next.forEach(type -> named.addAll(namedBy(type)));
      named.removeAll(shown);
      shown.addAll(named);
      next = named;
    }
    Set<String> needless = new TreeSet<>();
    for (JavaClass type : ArchitectureTest.CLASSES) {
      if (type.isTopLevelClass()
          && isPublic(type.getModifiers())
          && !shown.contains(type)
          && !isBegun(type)) {
        needless.add(type.getName());
      }
    }
    assertThat(needless).isEqualTo(SHOWN_BESIDE);
  }

  private static Set<JavaClass> usedOutside() throws IOException {
    Set<JavaClass> used = new HashSet<>();
    for (JavaClass user : ArchitectureTest.CLASSES) {
      user.getDirectDependenciesFromSelf().stream()
          .map(dependency -> outermost(dependency.getTargetClass()))
          .filter(type -> !type.getPackageName().equals(user.getPackageName()))
          .forEach(used::add);
    }
    try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
      for (Path source : sources.filter(path -> path.toString().endsWith(".java")).toList()) {
        Matcher imports = IMPORT.matcher(Files.readString(source));
        while (imports.find()) {
          if (ArchitectureTest.CLASSES.contain(imports.group(1))) {
            used.add(outermost(ArchitectureTest.CLASSES.get(imports.group(1))));
          }
        }
      }
    }
    return used;
  }

  /** What the public members of a type and of its public nested types name, and what it permits. */
  private static Set<JavaClass> namedBy(JavaClass top) {
    Set<JavaClass> named = new HashSet<>();
    if (top.reflect().isSealed()) {
      named.addAll(top.getSubclasses());
    }
    for (JavaClass type : ArchitectureTest.CLASSES) {
      if (!outermost(type).equals(top) || !isPublic(type.getModifiers())) {
        continue;
      }
      for (JavaCodeUnit unit : type.getCodeUnits()) {
        if (isPublic(unit.getModifiers())) {
          add(unit.getReturnType(), named);
          unit.getParameterTypes().forEach(parameter -> add(parameter, named));
        }
      }
      for (JavaField field : type.getFields()) {
        if (isPublic(field.getModifiers())) {
          add(field.getType(), named);
        }
      }
    }
    return named;
  }

  /** Whether Java itself begins it, as a program or as a service. */
  private static boolean isBegun(JavaClass type) {
    return type.tryGetMethod("main", String[].class).isPresent()
        || type.getAllRawInterfaces().stream()
            .anyMatch(seam -> Files.exists(SERVICES.resolve(seam.getName())));
  }

  private static void add(JavaType type, Set<JavaClass> named) {
    type.getAllInvolvedRawTypes().forEach(raw -> named.add(outermost(raw)));
  }

  private static boolean isPublic(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC);
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(PublicTypesTest::outermost).orElse(type);
  }
}
