package silverpoint.cli.output;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import silverpoint.kiosk.app.ProgramVersion;
import silverpoint.machine.simulator.Simulation;
import silverpoint.sketch.PlannedLine;
import silverpoint.sketch.StageTimes;

/**
 * What {@code trace} measured; {@code report.json}, in the words of {@link DrawReport}.
 *
 * @param file name of the line art
 * @param notDrawn what of the file is no line
 * @param line what was measured on the line
 * @param others lines that others made of the same art, on the same machine
 */
public record TraceReport(
    String version,
    String file,
    List<String> notDrawn,
    Map<String, Double> stagesMs,
    @JsonUnwrapped LineReport line,
    List<OtherLine> others) {
  public static TraceReport of(
      String file,
      List<String> notDrawn,
      PlannedLine line,
      Simulation simulation,
      StageTimes times,
      List<OtherLine> others) {
    return new TraceReport(
        ProgramVersion.number(),
        file,
        notDrawn,
        DrawReport.stagesMs(times.elapsedNs()),
        LineReport.of(line, simulation),
        List.copyOf(others));
  }
}
