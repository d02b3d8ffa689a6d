package silverpoint.kiosk.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.util.LibraryLoaderUtil;
import org.sqlite.util.OSInfo;
import silverpoint.GuestProgram;

/** Kiosks of their own, in which nothing can be loaded from the folder for temporary files. */
class SqliteLibraryTest {
  @TempDir Path folder;
  private Path state;
  private Path library;

  @BeforeEach
  void place() {
    state = folder.resolve("state");
    library = state.resolve(LibraryLoaderUtil.getNativeLibName());
  }

  @Test
  void historyIsKeptWhereNothingCanBeLoadedFromTheTemporaryFolder()
      throws IOException, InterruptedException, SQLException {
    assertThat(serve()).containsExactly("told []", "waiting 0");
    assertThat(StagedHistory.sessions(state.resolve("history.db"))).containsExactly(1L);
  }

  @Test
  void libraryLiesThereOnceHoweverOftenTheKioskBegins() throws IOException, InterruptedException {
    serve();
    Files.writeString(library, "cut off by a loss of power");
    assertThat(serve()).containsExactly("told []", "waiting 0");
    serve();
    try (Stream<Path> files = Files.list(state)) {
      assertThat(files.filter(file -> file.toString().contains("sqlitejdbc")))
          .containsExactly(library);
    }
  }

  @Test
  void libraryThatCannotBeLoadedAnywhereIsToldInOneLineAndFoundWhenItCan()
      throws IOException, InterruptedException, SQLException {
    Files.createDirectories(library.resolve("in-the-way"));
    assertThat(serve("heal"))
        .hasSize(2)
        .contains("waiting 0")
        .first()
        .asString()
        .contains("SQLite's library can be loaded neither from")
        .contains("noexec")
        .endsWith("Optional.empty]");
    assertThat(StagedHistory.sessions(state.resolve("history.db"))).containsExactly(1L);
  }

  @Test
  void libraryThatIsTriedAgainAndAgainDoesNotFillTheTemporaryFolder()
      throws IOException, InterruptedException {
    Path temporary = Files.createDirectory(folder.resolve("temporary"));
    String foreign = OSInfo.getArchName().equals("aarch64") ? "x86_64" : "aarch64";
    List<String> said =
        said(
            Patient.class,
            List.of("-Djava.io.tmpdir=" + temporary, "-Dorg.sqlite.osinfo.architecture=" + foreign),
            List.of(state.toString(), temporary.toString()));
    assertThat(said).containsExactly("libraries 1");
  }

  @Test
  void libraryThatAPackageHasBroughtIsNotUnpacked()
      throws IOException, InterruptedException, SQLException {
    serve();
    Path brought = Files.createDirectory(folder.resolve("brought"));
    Files.move(library, brought.resolve(library.getFileName()));
    assertThat(
            said(
                Guest.class,
                List.of(
                    "-Dorg.sqlite.lib.path=" + brought,
                    "-Dorg.sqlite.lib.name=" + library.getFileName()),
                List.of(state.toString())))
        .containsExactly("told []", "waiting 0");
    assertThat(library).doesNotExist();
  }

  private List<String> serve(String... more) throws IOException, InterruptedException {
    Path noFolder = Files.writeString(folder.resolve("no-folder"), "a file");
    List<String> arguments = new ArrayList<>(List.of(state.toString()));
    arguments.addAll(List.of(more));
    return said(Guest.class, List.of("-Djava.io.tmpdir=" + noFolder), arguments);
  }

  private List<String> said(Class<?> kiosk, List<String> options, List<String> arguments)
      throws IOException, InterruptedException {
    Path complaints = folder.resolve("complaints");
    List<String> all = new ArrayList<>(options);
    all.add(
        "-Djava.util.logging.config.file=src/main/resources/silverpoint/cli/logging.properties");
    List<String> said =
        GuestProgram.of(kiosk, all.toArray(String[]::new))
            .complainingTo(complaints)
            .said(arguments.toArray(String[]::new));
    assertThat(Files.readString(complaints))
        .doesNotContain("\tat ")
        .doesNotContain("Exception in thread");
    return said;
  }

  /** A kiosk that serves one guest. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] arguments) throws IOException {
      StagedHistory staged = new StagedHistory(Path.of(arguments[0]));
      History history = staged.begun();
      history.began(StagedHistory.session(1));
      if (arguments.length > 1) {
        staged.untilTold("library");
        Path library = staged.folder.resolve(LibraryLoaderUtil.getNativeLibName());
        Files.move(library, library.resolveSibling("moved-away"));
      }
      StagedHistory.untilWritten(history);
      history.close();
      System.out.println("told " + staged.told);
      System.out.println("waiting " + history.waiting());
    }
  }

  /** A kiosk whose library can be loaded nowhere, and who tries often. */
  static final class Patient {
    private Patient() {}

    public static void main(String[] arguments) throws IOException {
      AtomicInteger tries = new AtomicInteger();
      StagedHistory staged = new StagedHistory(Path.of(arguments[0]));
      staged
          .history(path -> {
            tries.incrementAndGet();
            return HistoryFile.open(path);
          })
          .begin(StagedHistory.VERSIONS);
      StagedHistory.until(() -> tries.get() > 10);
      try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
        System.out.println(
            "libraries " + files.filter(file -> file.toString().endsWith(".so")).count());
      }
    }
  }
}
