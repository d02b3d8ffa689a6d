package silverpoint;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The map of the house: which wing sees which, inside a wing which room uses which, and which rooms
 * know a library. The tables are the documentation.
 */
final class HouseMap {
  /** Wing -> the wings right beneath; it also sees all that lies beneath those. */
  static final Map<String, Set<String>> BENEATH =
      Map.of(
          "foundation", Set.of(),
          "picture", Set.of("foundation"),
          "route", Set.of("picture"),
          "machine", Set.of("foundation"),
          "sketch", Set.of("route", "machine"),
          "kiosk", Set.of("sketch"),
          "lab", Set.of("kiosk"),
          "cli", Set.of("lab"));

  /** Room -> the rooms of its own wing that it may use, wing by wing, ground first. */
  static final Map<String, Set<String>> NEIGHBOURS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("foundation.geometry", Set.of()),
              Map.entry("foundation.image", Set.of("geometry")),
              Map.entry("foundation.inference", Set.of()),
              Map.entry("foundation.statistics", Set.of()),
              //
              Map.entry("picture.face", Set.of()),
              Map.entry("picture.portrait", Set.of("face")),
              Map.entry("picture.tone", Set.of("portrait", "face")),
              Map.entry("picture.tracing", Set.of("tone", "portrait")),
              Map.entry("picture.feature", Set.of("tracing", "tone", "portrait", "face")),
              Map.entry(
                  "picture.lineart", Set.of("feature", "tracing", "tone", "portrait", "face")),
              Map.entry("picture.stroke", Set.of("lineart", "portrait")),
              Map.entry("picture.drawingfile", Set.of("stroke")),
              //
              Map.entry("route", Set.of()),
              //
              Map.entry("machine.motion", Set.of()),
              Map.entry("machine.linux", Set.of()),
              Map.entry("machine.gpio", Set.of("linux")),
              Map.entry("machine.plotfile", Set.of()),
              Map.entry("machine.driver", Set.of("motion")),
              Map.entry("machine.plotter", Set.of("driver", "gpio", "motion")),
              Map.entry("machine.grbl", Set.of("plotter", "driver", "linux", "motion")),
              Map.entry("machine.calibration", Set.of("plotter", "motion")),
              Map.entry("machine.simulator", Set.of("calibration", "plotter", "driver", "motion")),
              //
              Map.entry("sketch", Set.of()),
              Map.entry("sketch.preview", Set.of()),
              //
              Map.entry("kiosk.booth", Set.of()),
              Map.entry("kiosk.access", Set.of()),
              Map.entry("kiosk.camera", Set.of()),
              Map.entry("kiosk.takehome", Set.of()),
              Map.entry("kiosk.subject", Set.of("camera")),
              Map.entry("kiosk.history", Set.of("booth")),
              Map.entry("kiosk.crew", Set.of("booth", "camera", "history", "subject")),
              Map.entry("kiosk.web", Set.of("access", "booth", "history", "takehome")),
              Map.entry("kiosk.web.staff", Set.of("web", "access", "booth", "history")),
              Map.entry("kiosk.web.visitor", Set.of("web", "access", "booth", "takehome")),
              Map.entry("kiosk.web.octoprint", Set.of("web", "web.staff", "access", "booth")),
              Map.entry("kiosk.web.operations", Set.of("web", "access", "booth", "doctor")),
              Map.entry("kiosk.systemd", Set.of()),
              Map.entry(
                  "kiosk.doctor",
                  Set.of("booth", "camera", "config", "history", "takehome", "web")),
              Map.entry(
                  "kiosk.config",
                  Set.of("booth", "camera", "history", "takehome", "web", "web.visitor")),
              Map.entry(
                  "kiosk.app",
                  Set.of(
                      "access",
                      "booth",
                      "camera",
                      "config",
                      "crew",
                      "doctor",
                      "history",
                      "subject",
                      "takehome",
                      "web",
                      "web.octoprint",
                      "web.operations",
                      "web.staff",
                      "web.visitor")),
              //
              Map.entry("lab.accuracy", Set.of()),
              Map.entry("lab.corruption", Set.of()),
              Map.entry("lab.loadgen", Set.of()),
              Map.entry("lab.modelimport", Set.of()),
              Map.entry("lab.simulation", Set.of()),
              Map.entry("lab.baseline", Set.of("accuracy")),
              Map.entry("lab.benchmark", Set.of("accuracy", "baseline", "loadgen")),
              Map.entry("lab.report", Set.of("accuracy", "benchmark")),
              Map.entry("lab.evaluation", Set.of("benchmark", "corruption", "report")),
              //
              Map.entry("cli.terminal", Set.of()),
              Map.entry("cli.output", Set.of("terminal")),
              Map.entry("cli", Set.of("output", "terminal"))));

  /** Rooms that use nothing of any other wing: decisions, secrets and memory of their own. */
  static final Set<String> ALONE =
      Set.of(
          "kiosk.access",
          "kiosk.booth",
          "kiosk.history",
          "kiosk.systemd",
          "machine.driver",
          "machine.gpio",
          "machine.linux");

  /** Library -> the rooms that know it. */
  static final Map<String, Set<String>> OWNERS =
      Map.ofEntries(
          Map.entry("ai.djl", Set.of("foundation.inference")),
          Map.entry(
              "org.bytedeco",
              Set.of("foundation.image", "kiosk.camera", "lab.modelimport", "lab.baseline")),
          Map.entry("org.bytedeco.javacv", Set.of("kiosk.camera", "foundation.image")),
          Map.entry("java.sql", Set.of("kiosk.history")),
          Map.entry("org.sqlite", Set.of("kiosk.history")),
          Map.entry("us.hebi.matlab", Set.of("lab.accuracy")),
          Map.entry("org.jgrapht", Set.of("route")),
          Map.entry("picocli", Set.of("cli", "cli.terminal")),
          Map.entry("com.pi4j", Set.of("machine.gpio")),
          Map.entry(
              "com.fasterxml.jackson",
              Set.of("cli.output", "kiosk.config", "foundation.inference")),
          Map.entry(
              "tools.jackson",
              Set.of(
                  "cli",
                  "cli.output",
                  "cli.terminal",
                  "foundation.inference",
                  "kiosk.config",
                  "kiosk.history",
                  "kiosk.web",
                  "kiosk.web.octoprint",
                  "kiosk.web.operations",
                  "kiosk.web.staff",
                  "kiosk.web.visitor",
                  "lab.evaluation",
                  "lab.report")),
          Map.entry("io.javalin", Set.of("kiosk.web")),
          Map.entry("com.google.zxing", Set.of("kiosk.takehome")),
          Map.entry("org.eclipse.jetty", Set.of("kiosk.web")),
          Map.entry("io.micrometer", Set.of("kiosk.web.operations")),
          Map.entry("org.bouncycastle", Set.of("kiosk.access")),
          Map.entry("javax.crypto", Set.of("kiosk.access")),
          Map.entry("java.lang.foreign", Set.of("kiosk.systemd", "machine.gpio", "machine.linux")),
          Map.entry(
              "java.awt",
              Set.of("foundation.image", "sketch.preview", "lab.evaluation", "cli", "cli.output")),
          Map.entry("javax.imageio", Set.of("foundation.image")),
          Map.entry("javax.xml", Set.of("lab.accuracy", "picture.drawingfile")),
          Map.entry("jakarta.servlet", Set.of("kiosk.web")),
          Map.entry("com.sun.management", Set.of("kiosk.web.operations", "lab.simulation")));

  /** Packages that any room may use. */
  static final List<String> COMMON =
      List.of("java", "org.jspecify.annotations", "org.slf4j", "org.w3c.dom", "org.xml.sax");

  private HouseMap() {}

  static Stream<String> rooms() {
    return NEIGHBOURS.keySet().stream();
  }

  /** Whether types of a room may use those of another. */
  static boolean maySee(String room, String other) {
    String wing = wingOf(room);
    if (other.equals(room)) {
      return true;
    }
    if (wingOf(other).equals(wing)) {
      String within = other.equals(wing) ? "" : other.substring(wing.length() + 1);
      return NEIGHBOURS.getOrDefault(room, Set.of()).contains(within);
    }
    // the route begins with strokes and knows nothing of how they came about
    boolean throughTheDoor =
        !room.equals("route") || !wingOf(other).equals("picture") || other.equals("picture.stroke");
    return !ALONE.contains(room) && beneath(wing).contains(wingOf(other)) && throughTheDoor;
  }

  private static Set<String> beneath(String wing) {
    Set<String> all = new TreeSet<>();
    for (String next : BENEATH.getOrDefault(wing, Set.of())) {
      all.add(next);
      all.addAll(beneath(next));
    }
    return all;
  }

  static String wingOf(String room) {
    int end = room.indexOf('.');
    return end < 0 ? room : room.substring(0, end);
  }
}
