package silverpoint.kiosk.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.GuestProgram;
import silverpoint.kiosk.booth.BoothClock;
import silverpoint.kiosk.history.History;
import silverpoint.kiosk.history.HistorySettings;
import silverpoint.kiosk.history.SessionEntry;
import silverpoint.kiosk.history.Versions;
import silverpoint.machine.plotter.MachinePosition;
import silverpoint.machine.plotter.PositionFile;

/**
 * Kills kiosks at random instants and starts them again. {@code -Dkills=500} makes it thorough:
 * then there are several, which start from a cache of loaded classes.
 */
class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final int THOROUGH = 50;
  private static final int KIOSKS = KILLS < THOROUGH ? 1 : 4;

  @TempDir Path dir;
  private GuestProgram program = GuestProgram.of(KillGuest.class);

  @Test
  void killedAtAnyMomentThePositionIsTrueOrUnknownAndItGoesOn()
      throws IOException, InterruptedException, ExecutionException {
    program = KILLS < THOROUGH ? program : cached();
    int certain = 0;
    Map<String, Integer> outcomes = new TreeMap<>();
    try (ExecutorService kiosks = Executors.newFixedThreadPool(KIOSKS)) {
      List<Future<Integer>> killed = new ArrayList<>();
      for (int kiosk = 0; kiosk < KIOSKS; kiosk++) {
        Path home = Files.createDirectory(dir.resolve("kiosk" + kiosk));
        Random random = new Random(kiosk);
        killed.add(kiosks.submit(() -> kill(home, random, KILLS / KIOSKS)));
      }
      for (Future<Integer> kiosk : killed) {
        certain += kiosk.get();
      }
    }
    for (int kiosk = 0; kiosk < KIOSKS; kiosk++) {
      sessions(dir.resolve("kiosk" + kiosk))
          .forEach(entry -> outcomes.merge(entry.outcome().orElseThrow(), 1, Integer::sum));
    }
    System.out.printf(
        "%d kills: position certain and true %d times, otherwise unknown; sessions %s%n",
        KILLS / KIOSKS * KIOSKS, certain, outcomes);
  }

  /** How often the position was certain. */
  private int kill(Path home, Random random, int kills) throws IOException, InterruptedException {
    int certain = 0;
    for (int kill = 0; kill < kills; kill++) {
      Process kiosk = program.start(home.toString());
      try (BufferedReader said = kiosk.inputReader()) {
        assertThat(said.readLine()).isEqualTo("ready");
        if (kill == 0) {
          assertThat(said.readLine()).isEqualTo("drew");
        }
        // the instant of the kill
        Thread.sleep(random.nextInt(1500));
      } finally {
        kiosk.destroyForcibly().waitFor();
      }
      Optional<MachinePosition> noted =
          new PositionFile(home.resolve(KillGuest.POSITION), System::nanoTime).read();
      if (noted.isPresent() && noted.get().isCertain()) {
        certain++;
        ByteBuffer truth = ByteBuffer.wrap(Files.readAllBytes(home.resolve(KillGuest.TRUTH)));
        assertThat(noted.get().xTurned()).as("x after kill %d", kill).isEqualTo(truth.getInt());
        assertThat(noted.get().yTurned()).as("y after kill %d", kill).isEqualTo(truth.getInt());
      }
    }
    return certain;
  }

  /** All sessions, as the next start finds them: none is left open. */
  private static List<SessionEntry> sessions(Path home) {
    History history =
        new History(
            home.resolve(KillGuest.HISTORY),
            new HistorySettings(1),
            BoothClock.system(),
            why -> {});
    history.begin(new Versions("test", "", "", "classic"));
    history.close();
    List<SessionEntry> sessions = history.sessionsSince(Instant.EPOCH);
    assertThat(sessions).isNotEmpty().allMatch(entry -> entry.outcome().isPresent());
    return sessions;
  }

  /** A start that takes a third of the time: classes come from an archive, which wants jars. */
  private GuestProgram cached() throws IOException, InterruptedException {
    List<String> jars = new ArrayList<>();
    ToolProvider packer = ToolProvider.findFirst("jar").orElseThrow();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.isEmpty()) {
        continue;
      }
      String jar = dir.resolve("classes" + jars.size() + ".jar").toString();
      if (Files.isDirectory(Path.of(entry))) {
        packer.run(System.out, System.err, "--create", "--file", jar, "-C", entry, ".");
      }
      jars.add(Files.isDirectory(Path.of(entry)) ? jar : entry);
    }
    String classPath = String.join(File.pathSeparator, jars);
    String cache = dir.resolve("classes.aot").toString();
    Path home = Files.createDirectory(dir.resolve("training"));
    program.on(classPath, "-XX:AOTCacheOutput=" + cache).said(home.toString(), "once");
    return program.on(classPath, "-XX:AOTCache=" + cache);
  }
}
