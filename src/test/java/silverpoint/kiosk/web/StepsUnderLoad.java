package silverpoint.kiosk.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.config.MachineProfile;
import silverpoint.machine.gpio.RealTime;
import silverpoint.machine.plotter.Lateness;
import silverpoint.machine.plotter.MotorPlotter;
import silverpoint.machine.plotter.SpinningClock;
import silverpoint.machine.plotter.StepClock;
import silverpoint.machine.plotter.VirtualClock;

/**
 * How punctual the motors' steps are while the same program answers requests, and without: run by
 * scripts/test-web. The steps of a portrait go nowhere, but in real time, on a thread of their own.
 */
final class StepsUnderLoad {
  /** As much as reading the clock may differ. */
  private static final long TOLERANCE_NS = 2_000;

  private static final int ROUNDS = 2;
  private static final double LOAD_STARTS_S = 1;

  private final MachineProfile machine = StagedSketch.MACHINE;
  private final long[] plannedNs = new long[4_000_000];
  private final long[] writtenNs = new long[plannedNs.length];
  private int planned;
  private int written;

  private StepsUnderLoad() {}

  /**
   * @param arguments a port, then a command that loads it; {@code COOKIE} in it becomes the header
   *     of a viewer, {@code SECONDS} the time that the portrait takes
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (StagedKiosk kiosk = new StagedKiosk(true, Integer.parseInt(arguments[0]))) {
      String cookie = kiosk.logIn(Role.VIEWER)[0];
      List<String> load = new ArrayList<>(List.of(arguments).subList(1, arguments.length));
      long seconds = Math.round(StagedSketch.LINE.motionPlan().durationS() + 2 * LOAD_STARTS_S);
      load.replaceAll(
          word -> word.replace("COOKIE", cookie).replace("SECONDS", String.valueOf(seconds)));
      StepsUnderLoad steps = new StepsUnderLoad();
      steps.plan();
      for (int round = 1; round <= ROUNDS; round++) {
        steps.report("round " + round + ", no load");
        Process loading = new ProcessBuilder(load).redirectErrorStream(true).start();
        Thread.sleep(Math.round(1000 * LOAD_STARTS_S));
        steps.report("round " + round + ", under load");
        String said = new String(loading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        said.lines()
            .filter(line -> line.matches(".*(Requests/sec|Non-2xx).*"))
            .forEach(line -> System.out.println("  " + line.strip()));
        loading.waitFor();
      }
    }
  }

  /** When each write is to come, by a clock that is never late. */
  private void plan() {
    VirtualClock clock = new VirtualClock();
    plotter(clock, () -> plannedNs[planned++] = clock.nowNs())
        .draw(StagedSketch.LINE.stepPlan(), 0);
  }

  private void report(String name) throws InterruptedException {
    written = 0;
    List<Lateness> late = new ArrayList<>();
    Thread thread =
        Thread.ofPlatform()
            .name("silverpoint-steps")
            .start(() -> {
              RealTime.claim();
              MotorPlotter plotter =
                  plotter(new SpinningClock(), () -> writtenNs[written++] = System.nanoTime());
              plotter.draw(StagedSketch.LINE.stepPlan(), 0);
              late.add(plotter.lateness());
            });
    thread.join();
    int hurried = 0;
    for (int i = 1; i < Math.min(planned, written); i++) {
      long shorterNs = plannedNs[i] - plannedNs[i - 1] - (writtenNs[i] - writtenNs[i - 1]);
      hurried += shorterNs > TOLERANCE_NS ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "%s: %s; %d of %d writes came sooner after the one before than planned%n",
        name,
        late.getFirst(),
        hurried,
        written);
    late.getFirst().classes().forEach(line -> System.out.println("    " + line));
  }

  private MotorPlotter plotter(StepClock clock, Runnable atWrite) {
    return new MotorPlotter(
        machine.driver(), machine.motion(), (bits, mask) -> atWrite.run(), clock);
  }
}
