package silverpoint.kiosk.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import silverpoint.Golden;
import silverpoint.foundation.inference.ModelCard;

/** The keys of all settings and what they take: files that people have written stay good. */
class ConfigKeysTest {
  @Test
  void everyFileOfTheFolderIsRead() throws IOException {
    try (Stream<Path> files = Files.list(ConfigFiles.FOLDER)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(ConfigFiles.TYPES.keySet());
    }
  }

  @Test
  void keysAreTheReleasedOnes() {
    Map<String, Class<?>> files = new LinkedHashMap<>();
    ConfigFiles.TYPES.forEach((name, type) -> files.put("kiosk-config/" + name, type));
    files.put("kiosk-config/machines/*.yaml", MachineProfile.class);
    files.put("models/*/card.yaml", ModelCard.class);
    List<String> lines = new ArrayList<>();
    files.forEach((file, type) -> {
      lines.add(file);
      describe("", type, lines);
      lines.add("");
    });
    Golden.isReleased("config-keys.txt", String.join("\n", lines));
  }

  private static void describe(String path, Type type, List<String> lines) {
    if (type instanceof ParameterizedType generic) {
      boolean optional = generic.getRawType() == Optional.class;
      Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
      describe(path + (optional ? "?" : "[]"), last, lines);
      return;
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isSealed()) {
      for (JsonSubTypes.Type kind : drivers().value()) {
        describe(path + "(" + kind.name() + ")", kind.value(), lines);
      }
    } else if (plain.isRecord() && takesKeys(plain)) {
      for (RecordComponent component : plain.getRecordComponents()) {
        String key = path.isEmpty() ? keyOf(component) : path + "." + keyOf(component);
        describe(key, component.getGenericType(), lines);
      }
    } else {
      lines.add("  " + path + ": " + words(plain));
    }
  }

  private static boolean takesKeys(Class<?> type) {
    return Stream.concat(
            Arrays.stream(type.getDeclaredMethods()), Arrays.stream(type.getDeclaredConstructors()))
        .noneMatch(
            made -> made.isAnnotationPresent(JsonCreator.class) && made.getParameterCount() == 1);
  }

  private static String keyOf(RecordComponent component) {
    JsonProperty told = component.getAccessor().getAnnotation(JsonProperty.class);
    return told == null || told.value().isEmpty() ? component.getName() : told.value();
  }

  private static String words(Class<?> type) {
    if (!type.isEnum()) {
      return type == String.class
          ? "text"
          : type.isRecord() ? "list" : type.getSimpleName().toLowerCase(Locale.ROOT);
    }
    return Arrays.stream(type.getFields())
        .filter(field -> field.isEnumConstant())
        .map(field -> {
          JsonProperty told = field.getAnnotation(JsonProperty.class);
          return told == null ? field.getName() : told.value();
        })
        .collect(Collectors.joining(" | "));
  }

  private static JsonSubTypes drivers() {
    return Arrays.stream(YamlFile.class.getDeclaredClasses())
        .map(mixed -> mixed.getAnnotation(JsonSubTypes.class))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }
}
