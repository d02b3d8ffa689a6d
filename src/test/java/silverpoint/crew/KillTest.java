package silverpoint.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.history.History;
import silverpoint.history.HistorySettings;
import silverpoint.history.SessionEntry;
import silverpoint.history.Versions;
import silverpoint.plotter.MachinePosition;
import silverpoint.plotter.PositionFile;

/**
 * Kills the kiosk at random instants and starts it again. {@code -Dkills=500} makes it thorough.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 4);

  @TempDir Path dir;

  @Test
  void killedAtAnyMomentThePositionIsTrueOrUnknownAndItGoesOn()
      throws IOException, InterruptedException {
    Random random = new Random(1);
    int certain = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process kiosk = start();
      try (BufferedReader said = kiosk.inputReader()) {
        assertThat(said.readLine()).isEqualTo("ready");
        Thread.sleep(random.nextInt(1500));
      } finally {
        kiosk.destroyForcibly().waitFor();
      }
      Optional<MachinePosition> noted =
          new PositionFile(dir.resolve(KillGuest.POSITION), System::nanoTime).read();
      if (noted.isPresent() && noted.get().isCertain()) {
        certain++;
        ByteBuffer truth = ByteBuffer.wrap(Files.readAllBytes(dir.resolve(KillGuest.TRUTH)));
        assertThat(noted.get().xTurned()).as("x after kill %d", kill).isEqualTo(truth.getInt());
        assertThat(noted.get().yTurned()).as("y after kill %d", kill).isEqualTo(truth.getInt());
      }
    }
    History history =
        new History(
            dir.resolve(KillGuest.HISTORY),
            new HistorySettings(1),
            InstantSource.system(),
            why -> {});
    history.begin(new Versions("test", "", "", "classic"));
    history.close();
    List<SessionEntry> sessions = history.sessionsSince(Instant.EPOCH);
    assertThat(sessions).isNotEmpty().allMatch(entry -> entry.outcome().isPresent());
    System.out.printf(
        "%d kills: position certain and true %d times, otherwise unknown; sessions %s%n",
        KILLS,
        certain,
        sessions.stream()
            .collect(
                java.util.stream.Collectors.groupingBy(
                    entry -> entry.outcome().orElseThrow(),
                    java.util.TreeMap::new,
                    java.util.stream.Collectors.counting())));
  }

  private Process start() throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            java.toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            KillGuest.class.getName(),
            dir.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
