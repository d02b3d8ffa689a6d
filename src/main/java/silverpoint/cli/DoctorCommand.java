package silverpoint.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.cli.terminal.RecordJson;
import silverpoint.kiosk.app.DoctorWiring;
import silverpoint.kiosk.app.Wiring;
import silverpoint.kiosk.doctor.Diagnosis;
import silverpoint.kiosk.doctor.Finding;
import silverpoint.kiosk.doctor.Verdict;

/** What is right and wrong with this computer, and what helps. */
@Command(
    name = "doctor",
    description =
        "Looks at this computer and says what is wrong with it, with the cure; with --gpio, also at"
            + " what real motors need. Changes nothing.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Mixin private MachineOptions machine = new MachineOptions();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Diagnosis diagnosis = DoctorWiring.doctor(machine.choice(), Wiring.EDGE_MODEL).examine();
    if (json) {
      out.println(RecordJson.pretty(diagnosis));
    } else {
      diagnosis.findings().forEach(finding -> say(finding, out));
    }
    out.flush();
    return diagnosis.verdict() == Verdict.BROKEN ? ExitCode.BROKEN : ExitCode.OK;
  }

  private static void say(Finding finding, PrintWriter out) {
    out.printf(
        Locale.ROOT,
        "%-8s %s: %s%n",
        finding.verdict().name().toLowerCase(Locale.ROOT),
        finding.subject(),
        finding.says());
    if (!finding.cure().isEmpty()) {
      out.printf(Locale.ROOT, "%8s cure: %s%n", "", finding.cure());
    }
  }
}
