package silverpoint.cli.output;

import silverpoint.machine.simulator.Fidelity;
import silverpoint.machine.simulator.Simulation;
import silverpoint.route.ConnectorVisibility;
import silverpoint.route.Leg;
import silverpoint.route.RetraceDarkness;
import silverpoint.route.Route;
import silverpoint.route.VisibleFloor;
import silverpoint.sketch.LegTimes;
import silverpoint.sketch.PlannedLine;

/**
 * What was measured on one line; a part of {@code report.json}. Lengths in mm.
 *
 * @param droppedStrokes strokes that the draw time did not suffice for
 * @param optimalityGap how much longer the line is than no line can undercut, 0.1 for a tenth; 0
 *     when flattening makes it shorter
 * @param visibleConnectorMm connectors farther than 1.5/256 of the page width from any wanted
 *     stroke
 * @param visibleFloorMm the least of it that any line must show
 * @param darkRetraceMm second passes over what is dark and may be darker
 * @param times what the machine spends the draw time on, and how much longer that is than the time
 *     on the strokes, 0.5 for half as long again
 * @param stepsX motor steps, take-up included
 * @param lostSteps steps that the simulated motors lost
 * @param lostAtFrameMm motion that was lost where the frame stopped the simulated stylus
 * @param fidelity the simulated line against the planned line, both ways
 */
public record LineReport(
    int strokes,
    double inkMm,
    int droppedStrokes,
    double droppedMm,
    double routeMm,
    double lowerBoundMm,
    double optimalityGap,
    double connectorMm,
    double visibleConnectorMm,
    double visibleFloorMm,
    double leashMm,
    double retraceMm,
    double darkRetraceMm,
    int reversalsX,
    int reversalsY,
    long stepsX,
    long stepsY,
    double drawTimeS,
    TimesEntry times,
    int lostSteps,
    double lostAtFrameMm,
    FidelityEntry fidelity) {

  record FidelityEntry(double meanMm, double p95Mm, double maxMm) {
    static FidelityEntry of(Fidelity fidelity) {
      return new FidelityEntry(
          DrawReport.rounded(fidelity.meanMm()),
          DrawReport.rounded(fidelity.p95Mm()),
          DrawReport.rounded(fidelity.maxMm()));
    }
  }

  record TimesEntry(double drawS, double connectorS, double retraceS, double overStrokes) {
    static TimesEntry of(LegTimes times) {
      return new TimesEntry(
          DrawReport.rounded(times.drawS()),
          DrawReport.rounded(times.connectorS()),
          DrawReport.rounded(times.retraceS()),
          DrawReport.rounded(times.overStrokes()));
    }
  }

  static LineReport of(PlannedLine line, Simulation simulation) {
    Route route = line.route();
    return new LineReport(
        line.drawing().strokes().size(),
        DrawReport.rounded(line.drawing().inkMm()),
        line.dropped().size(),
        DrawReport.rounded(line.droppedMm()),
        DrawReport.rounded(route.lengthMm()),
        DrawReport.rounded(route.lowerBoundMm()),
        DrawReport.rounded(route.optimalityGap()),
        DrawReport.rounded(route.lengthMm(Leg.Connector.class)),
        DrawReport.rounded(new ConnectorVisibility(line.drawing()).visibleMm(route)),
        DrawReport.rounded(VisibleFloor.mm(line.drawing(), route.startMm())),
        DrawReport.rounded(line.leashMm()),
        DrawReport.rounded(route.lengthMm(Leg.Retrace.class)),
        DrawReport.rounded(new RetraceDarkness(line.drawing()).darkMm(route)),
        line.motionPlan().xReversals(),
        line.motionPlan().yReversals(),
        line.stepPlan().xStepCount(),
        line.stepPlan().yStepCount(),
        DrawReport.rounded(line.motionPlan().durationS()),
        TimesEntry.of(LegTimes.of(route, line.motionPlan())),
        simulation.lostSteps(),
        DrawReport.rounded(simulation.lostAtFrameMm()),
        FidelityEntry.of(simulation.fidelity()));
  }
}
