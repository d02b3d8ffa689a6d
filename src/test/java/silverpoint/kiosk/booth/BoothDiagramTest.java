package silverpoint.kiosk.booth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import silverpoint.Golden;

/**
 * Draws the flow by trying every event in every kind of state; src/docs/booth.md must show it.
 * {@code -Dgolden.update=true} rewrites it.
 */
class BoothDiagramTest {
  private static final Path FILE = Path.of("src/docs/booth.md");

  /** Possible everywhere: said once in words instead of by thirty arrows. */
  private static final Set<String> EVERYWHERE =
      Set.of("emergency-stop", "emergency stop pressed", "erase-everything");

  private record Flow(Map<String, Set<String>> visitor, Map<String, Set<String>> machine) {}

  @Test
  void diagramIsCurrent() {
    Flow flow = explore();
    String text =
        """
        # The booth's flow

        Made by `BoothDiagramTest` from `BoothTransitions`. Words with hyphens are commands; the others are events; *time*
        is what happens by itself when nothing else does. The emergency stop leads from every state of the machine to
        *OutOfService*, and a session at the camera to *Sorry*; erase-everything ends every session.

        ## In front of the camera

        %s
        ## The machine

        %s\
        """
            .formatted(
                mermaid(flow.visitor, VisitorState.class, "Attract"),
                mermaid(flow.machine, MachineState.class, "Ready"));
    Golden.isShown(FILE, text);
  }

  /** Every event in one state of every shape that can be reached. */
  private static Flow explore() {
    Flow flow = new Flow(new TreeMap<>(), new TreeMap<>());
    Set<String> shapes = new HashSet<>();
    Deque<Booths.Run> open = new ArrayDeque<>(List.of(Booths.Run.fresh()));
    while (!open.isEmpty()) {
      Booths.Run at = open.removeFirst();
      if (!shapes.add(shape(at.state))) {
        continue;
      }
      Random random = new Random(1);
      for (int round = 0; round < 4; round++) {
        for (BoothEvent event :
            Booths.events(Booths.sessionOf(at.state), Booths.drawnOf(at.state), random)) {
          open.add(tried(at, event, at.nowMs + 1, name(event), flow));
        }
      }
      long deadlineMs = at.transitions.deadlineMs(at.state);
      if (deadlineMs != BoothTransitions.NEVER_MS) {
        open.add(tried(at, new BoothEvent.Tick(), Math.max(at.nowMs, deadlineMs), "*time*", flow));
      }
    }
    return flow;
  }

  private static Booths.Run tried(
      Booths.Run at, BoothEvent event, long nowMs, String name, Flow flow) {
    Booths.Run next = new Booths.Run(Booths.SETTINGS, at.state);
    next.nowMs = nowMs;
    next.happens(event);
    String label = name.replace("*", "");
    if (!EVERYWHERE.contains(label)) {
      note(flow.visitor, kind(at.state.visitor()), kind(next.state.visitor()), label);
      if (at.state.visitor() instanceof VisitorState.Review before
          && next.state.visitor() instanceof VisitorState.Review after
          && !after.equals(before)) {
        edge(flow.visitor, "Review", "Review", label);
      }
      note(flow.machine, kind(at.state.machine()), kind(next.state.machine()), label);
    }
    return next;
  }

  private static void note(Map<String, Set<String>> edges, String from, String to, String label) {
    if (!from.equals(to)) {
      edge(edges, from, to, label);
    }
  }

  private static void edge(Map<String, Set<String>> edges, String from, String to, String label) {
    edges.computeIfAbsent(from + " --> " + to, edge -> new TreeSet<>()).add(label);
  }

  private static String kind(Object state) {
    return state.getClass().getSimpleName();
  }

  /** States of one shape go the same ways. */
  private static String shape(BoothState state) {
    String visitor =
        switch (state.visitor()) {
          case VisitorState.Framing framing ->
              "steady " + (framing.steadySinceMs() >= 0) + framing.misses();
          case VisitorState.Countdown countdown -> "lost " + (countdown.lostSinceMs() >= 0);
          case VisitorState.Captured captured -> "misses " + captured.misses();
          case VisitorState.Review review ->
              "retakes %d, offers %d".formatted(review.session().retakes(), review.offers().size());
          default -> "";
        };
    String machine =
        switch (state.machine()) {
          case MachineState.Stopping stopping -> stopping.then().toString();
          case MachineState.Recovering recovering ->
              recovering.fault().kind() + " " + Math.min(3, recovering.fault().attempts());
          case MachineState.Faulted faulted -> faulted.fault().kind().toString();
          case MachineState.OutOfService out -> out.fault().kind().toString();
          default -> "";
        };
    return String.join(
        ", ",
        kind(state.visitor()) + visitor,
        kind(state.machine()) + machine,
        state.machine().ticket().isPresent() + "",
        Math.min(1, state.queue().size()) + " waiting",
        "seen " + (state.seen().track() != 0),
        "hindered " + state.hindrance().isPresent(),
        "open " + state.open());
  }

  private static String name(BoothEvent event) {
    return switch (event) {
      case BoothEvent.Commanded(BoothCommand command) -> command.key();
      case BoothEvent.SubjectSeen(long track, _, _) -> track == 0 ? "nobody seen" : "face seen";
      case BoothEvent.SketchFailed(_, boolean noFace, _) ->
          noFace ? "no face in the picture" : "sketch failed";
      case BoothEvent.Failing(FaultKind kind, _) -> kind.name().toLowerCase(Locale.ROOT) + " fails";
      default -> kind(event).replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    };
  }

  private static String mermaid(Map<String, Set<String>> edges, Class<?> states, String first) {
    StringBuilder text = new StringBuilder("```mermaid\nstateDiagram-v2\n");
    text.append("  [*] --> ").append(first).append('\n');
    Set<String> reached = new TreeSet<>(Set.of(first));
    edges.forEach((edge, labels) -> {
      text.append("  ").append(edge).append(": ").append(String.join(", ", labels)).append('\n');
      reached.add(edge.substring(edge.indexOf("> ") + 2));
    });
    assertThat(reached)
        .isEqualTo(
            Arrays.stream(states.getPermittedSubclasses())
                .map(Class::getSimpleName)
                .collect(Collectors.toCollection(TreeSet::new)));
    return text.append("```\n").toString();
  }
}
