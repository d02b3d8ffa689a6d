package silverpoint.kiosk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import silverpoint.Golden;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.booth.Outcome;
import silverpoint.kiosk.booth.Phase;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.booth.VisitorState;
import silverpoint.kiosk.booth.WireName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What programs of others read of a kiosk: its API, the words in it, and its metrics. */
class ApiSurfaceTest {
  private final StagedKiosk kiosk = new StagedKiosk(true, 0);

  @AfterEach
  void stop() {
    kiosk.close();
  }

  @Test
  void documentOfTheApiIsTheReleasedOne() {
    JsonNode document = kiosk.http.get("/api/v1/openapi.json", kiosk.logIn(Role.ADMIN)).json();
    JsonMapper pretty = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    Golden.isReleased("openapi.json", pretty.writeValueAsString(document) + "\n");
  }

  @Test
  void wordsOfTheApiAreTheReleasedOnes() {
    Map<String, List<String>> words = new LinkedHashMap<>();
    words.put("commands", kinds(BoothCommand.class));
    words.put("states before the camera", kinds(VisitorState.class));
    words.put("states of the machine", kinds(MachineState.class));
    words.put("phases", constants(Phase.values()));
    words.put("faults", constants(FaultKind.values()));
    words.put("outcomes of a session", constants(Outcome.values()));
    words.put("refusals", constants(Refusal.values()));
    words.put("roles", constants(Role.values()));
    words.values().forEach(names -> assertThat(names).doesNotHaveDuplicates());
    Golden.isReleased(
        "api-words.txt",
        words.entrySet().stream()
            .map(group -> group.getKey() + "\n  " + String.join("\n  ", group.getValue()) + "\n")
            .collect(Collectors.joining()));
  }

  @Test
  void metricsAreTheReleasedOnes() {
    String text = kiosk.http.get("/metrics", kiosk.logIn(Role.ADMIN)).text();
    TreeSet<String> ours =
        text.lines()
            .filter(line -> line.startsWith("# TYPE silverpoint"))
            .map(line -> line.substring("# TYPE ".length()))
            .collect(Collectors.toCollection(TreeSet::new));
    Golden.isReleased("metrics.txt", String.join("\n", ours) + "\n");
  }

  private static List<String> constants(Enum<?>[] values) {
    return Arrays.stream(values).map(value -> value.name()).toList();
  }

  private static List<String> kinds(Class<?> type) {
    return leaves(type).map(WireName.Of::kind).sorted().toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses()).flatMap(ApiSurfaceTest::leaves).distinct();
  }
}
