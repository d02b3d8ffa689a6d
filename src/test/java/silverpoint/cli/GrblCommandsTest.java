package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;
import silverpoint.machine.grbl.PluggedBoard;

/** The commands of whoever sets a machine up, on a board with GRBL at a serial port. */
class GrblCommandsTest {
  /** From home to where drawings begin, at 43.15 steps/mm. */
  private static final int STEPS_TO_THE_PARK = Math.round(62 * 43.15f) - Math.round(3 * 43.15f);

  @TempDir private Path folder;

  private Called run(String device, String... arguments) throws IOException {
    Path machines = Files.createDirectories(folder.resolve("config/machines"));
    Files.writeString(machines.resolve("grbl.yaml"), "driver: {port: %s}\n".formatted(device));
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(
        List.of(
            "--machine",
            "grbl",
            "--grbl",
            "--config",
            folder.resolve("config").toString(),
            "--state",
            folder.resolve("state").toString()));
    return Called.of(all.toArray(String[]::new));
  }

  @Test
  void jogsDeclaresHomeParksAndDraws() throws IOException {
    try (PluggedBoard board = new PluggedBoard()) {
      Called lost = run(board.device(), "park");
      assertThat(lost.exitCode()).isEqualTo(ExitCode.BAD_MACHINE);
      assertThat(lost.err()).contains("nobody knows where the stylus stands");
      long before = board.xMotor();
      assertThat(run(board.device(), "jog", "--x", "2").exitCode()).isZero();
      assertThat(board.xMotor() - before).isEqualTo(86);
      assertThat(run(board.device(), "home").exitCode()).isZero();
      before = board.xMotor();
      assertThat(run(board.device(), "park").out()).contains("the stylus is parked");
      assertThat(board.xMotor() - before).isEqualTo(STEPS_TO_THE_PARK);
      Path route = folder.resolve("route.json");
      Files.writeString(route, "{\"legs\": [{\"points\": [[62, 103], [70, 95], [72, 99]]}]}");
      Called plotted = run(board.device(), "plot", route.toString());
      assertThat(plotted.out()).contains("stands 72.0 mm from the left, 99.0 mm from the top");
      assertThat(run(board.device(), "motors-off").out()).contains("have no current");
      assertThat(board.sleeps()).isTrue();
    }
  }

  @Test
  void aBoardThatIsNotThereIsOneLine() throws IOException {
    Called called = run("/dev/ttyUSB99", "jog", "--x", "1");
    assertThat(called.exitCode()).isEqualTo(ExitCode.BAD_MACHINE);
    assertThat(called.complaints())
        .containsExactly("silverpoint: /dev/ttyUSB99: there is no such device; plug the board in");
  }

  @Test
  void motorsOfAnotherKindAreRefused() {
    Called lines = Called.of("jog", "--grbl", "--x", "1");
    assertThat(lines.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(lines.err()).contains("--grbl: the profile of classic names no GRBL board");
    Called board = Called.of("jog", "--gpio", "--machine", "grbl", "--x", "1");
    assertThat(board.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(board.err()).contains("--gpio: the motors of grbl are behind a GRBL board");
  }

  @Test
  void itsToyIsSimulatedLikeAnyOther() {
    assertThat(Called.of("test-pattern", "--machine", "grbl").out()).contains("mean 0.0");
  }
}
