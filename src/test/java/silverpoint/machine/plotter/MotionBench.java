package silverpoint.machine.plotter;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import silverpoint.foundation.geometry.Point;
import silverpoint.foundation.geometry.Polyline;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.driver.LineProgram;
import silverpoint.machine.gpio.RealTime;
import silverpoint.machine.motion.Backlash;
import silverpoint.machine.motion.Lines;
import silverpoint.machine.motion.MotionPlan;
import silverpoint.machine.motion.MotionPlanner;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.simulator.SimulatedMachine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what scripts/bench-motion prints: how punctual the executor is on this computer and what
 * it allocates, and how long portraits take, executed in virtual time by the simulated machine.
 */
final class MotionBench {
  private MotionBench() {}

  /**
   * @param arguments a machine, then nothing for the executor, or a folder of folders with a
   *     route.json each
   */
  public static void main(String[] arguments) throws IOException {
    MachineProfile machine = Lines.machine(arguments[0]);
    if (arguments.length == 1) {
      executor(machine);
    } else {
      portraits(machine, Path.of(arguments[1]));
    }
  }

  private static void executor(MachineProfile machine) {
    RealTime.claim().forEach(System.out::println);
    StepPlan plan =
        new StepGenerator(machine.motion())
            .generate(
                new MotionPlanner(machine.motion(), machine.page().drawableMm())
                    .plan(
                        Lines.portrait(
                            1, machine.page().drawableMm(), machine.home().pointMm(), 400)));
    LineProgram program = machine.driver().program(plan, 0, 0);
    double stepMm = 1 / machine.motion().x().stepsPerMm();
    long[] written = {0};
    StepSink sink = (bits, mask) -> written[0] += bits;
    double start = machine.motion().startSpeedMmPerS();
    StepExecutor warm = new StepExecutor(sink, new VirtualClock(), start, stepMm);
    for (int i = 0; i < 5; i++) {
      run(warm, machine, program);
    }
    StepExecutor real = new StepExecutor(sink, new SpinningClock(), start, stepMm);
    StepPlan turn =
        new StepGenerator(machine.motion())
            .generate(
                new MotionPlanner(machine.motion(), machine.page().drawableMm()).turn(50, 50));
    run(real, machine, machine.driver().program(turn, 0, 0));
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().threadId();
    threads.getThreadAllocatedBytes(self);
    long before = threads.getThreadAllocatedBytes(self);
    run(real, machine, program);
    long after = threads.getThreadAllocatedBytes(self);
    System.out.printf("executor: %s; allocated %d bytes%n", real.lateness(), after - before);
    real.lateness().classes().forEach(line -> System.out.println("  " + line));
  }

  private static void run(StepExecutor executor, MachineProfile machine, LineProgram program) {
    executor.run(
        program,
        0,
        program.restLevelsBefore(0),
        machine.driver().releasedBits(),
        machine.driver().wakeNs());
  }

  private static void portraits(MachineProfile machine, Path folder) throws IOException {
    List<Double> tookS = new ArrayList<>();
    List<Polyline> lines = new ArrayList<>();
    int lost = 0;
    try (DirectoryStream<Path> drawn = Files.newDirectoryStream(folder)) {
      for (Path portrait : drawn) {
        Path route = portrait.resolve("route.json");
        if (Files.exists(route)) {
          Polyline line = line(route, machine.parkMm());
          lines.add(line);
          VirtualClock clock = new VirtualClock();
          SimulatedMachine simulated =
              new SimulatedMachine(
                  machine.driver(), machine.motion(), machine.simulator(), machine.parkMm(), clock);
          MotionPlan plan =
              new MotionPlanner(machine.motion(), machine.page().drawableMm())
                  .plan(line, Backlash.atHome(machine.motion()));
          simulated.draw(new StepGenerator(machine.motion()).generate(plan));
          tookS.add(clock.nowNs() * 1e-9);
          lost += simulated.toy().lostSteps();
        }
      }
    }
    double[] sorted = tookS.stream().mapToDouble(s -> s).sorted().toArray();
    System.out.printf(
        Locale.ROOT,
        "%d portraits, executed: median %.1f s, longest %.1f s, steps lost %d%n",
        sorted.length,
        (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2,
        Arrays.stream(sorted).max().orElseThrow(),
        lost);
    new FidelityBench(machine, lines).print();
  }

  private static Polyline line(Path route, Point startMm) throws IOException {
    List<Point> points = new ArrayList<>(List.of(startMm));
    for (JsonNode leg : JsonMapper.shared().readTree(Files.readString(route)).path("legs")) {
      for (JsonNode point : leg.path("points")) {
        points.add(new Point(point.path(0).asDouble(), point.path(1).asDouble()));
      }
    }
    return new Polyline(points);
  }
}
