package silverpoint.kiosk.crew;

import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.machine.calibration.Calibration;
import silverpoint.machine.calibration.TestPattern;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepGenerator;
import silverpoint.machine.plotter.Knobs;
import silverpoint.machine.plotter.Machine;
import silverpoint.machine.plotter.PlotterException;

/** What staff let the machine do between the guests: jog, home, test pattern, calibration. */
record MachineService(Machine machine, MotionSettings motion, KioskCrew.Bench bench) {
  private static final Logger LOG = LoggerFactory.getLogger(MachineService.class);

  /**
   * Does it to its end.
   *
   * @param cut whether somebody has taken the current from the motors meanwhile
   */
  void run(BoothCommand.Service task, BooleanSupplier cut) {
    switch (task) {
      case BoothCommand.Jog jog ->
          new Knobs(machine::turn, motion)
              .turn(
                  (int) Math.round(jog.xMm() * motion.x().stepsPerMm()),
                  (int) Math.round(jog.yMm() * motion.y().stepsPerMm()));
      case BoothCommand.DeclareHome _ -> machine.declareHome();
      case BoothCommand.TestPattern _ ->
          machine.draw(
              new StepGenerator(motion)
                  .generate(
                      machine.plan(new TestPattern(bench.areaMm()).lineMm(machine.stylusMm()))));
      case BoothCommand.Calibrate _ -> calibrate(cut);
    }
  }

  private void calibrate(BooleanSupplier cut) {
    PageObserver observer = bench.observer();
    observer.open();
    Knobs knobs =
        new Knobs(
            plan -> {
              observer.goOn();
              machine.turn(plan);
            },
            motion);
    try {
      Calibration.Result result =
          new Calibration(knobs, observer, motion, bench.areaMm(), bench.marginMm()).run();
      observer.keep(result);
      bench.profile().accept(result);
    } catch (PlotterException e) {
      if (cut.getAsBoolean() || !observer.hasEnded()) {
        throw e;
      }
      LOG.info("the calibration was ended");
    } finally {
      observer.end();
    }
  }
}
