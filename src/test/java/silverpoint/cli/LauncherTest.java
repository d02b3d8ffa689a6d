package silverpoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import silverpoint.cli.terminal.ExitCode;

/** The script that starts the program, in an installation whose build is these classes. */
class LauncherTest {
  private static final String ART = "<svg><line x2=\"3\" y2=\"2\"/></svg>";

  /** Bytes of UTF-8, since this test's own locale may know no umlaut. */
  private static final String MUELLER = "$(printf 'M\\303\\274ller.svg')";

  @TempDir private Path home;

  private record Outcome(int exitCode, String said) {}

  @BeforeEach
  void install() throws IOException, InterruptedException {
    Path project = Path.of("").toAbsolutePath();
    Files.createDirectories(home.resolve("src/main"));
    Files.createDirectories(home.resolve("target/classes"));
    Files.createFile(home.resolve("pom.xml"));
    String classpath =
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    Files.writeString(home.resolve("target/classpath.txt"), classpath);
    String copy = "cp -r '%s/scripts' '%s/kiosk-config' .".formatted(project, project);
    assertThat(shell("", copy).exitCode).isZero();
    Files.createFile(home.resolve("target/silverpoint.built"));
  }

  /**
   * Runs a line of shell in an environment with nothing in it.
   *
   * @param variables set in it, such as {@code LANG=C}
   */
  private Outcome shell(String variables, String line) throws IOException, InterruptedException {
    String bare =
        "exec env -i PATH=\"$PATH\" HOME=\"$HOME\" JAVA_HOME='%s' %s bash -c \"$LINE\" 2>&1"
            .formatted(System.getProperty("java.home"), variables);
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", bare).directory(home.toFile()).redirectErrorStream(true);
    builder.environment().put("LINE", line);
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  @Test
  void namesWithUmlautsAreReadAndWrittenWithoutALocale() throws Exception {
    String name = "name=" + MUELLER + "; printf '%s' '" + ART + "' > \"$name\"; ";
    for (String locale : new String[] {"", "LANG=C", "LC_ALL=POSIX"}) {
      Outcome outcome =
          shell(locale, name + "scripts/silverpoint trace \"$name\" --out \"out-$name\"");
      assertThat(outcome.exitCode).as(outcome.said).isZero();
      assertThat(outcome.said).contains("traced: 1 strokes", "out-M\u00fcller.svg/drawing.png");
    }
  }

  @Test
  void aNameThatIsNoTextIsOneLine() throws Exception {
    Outcome outcome = shell("", "scripts/silverpoint trace $'M\\374ller.svg' --out out");
    assertThat(outcome.exitCode).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.said).contains("not written in UTF-8").hasLineCount(1);
  }

  @Test
  void aDamagedPictureIsOneLine() throws Exception {
    byte[] gif = "GIF89a\u0009\u0000\u0009\u0000".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(home.resolve("cut.gif"), gif);
    Outcome outcome = shell("", "scripts/silverpoint trace cut.gif --out out");
    assertThat(outcome.exitCode).isEqualTo(ExitCode.BAD_PICTURE);
    assertThat(outcome.said).contains("cut.gif").doesNotContain("ERROR", "OpenCV");
  }

  @Test
  void numbersAreWrittenAlikeEverywhere() throws Exception {
    Files.writeString(
        home.resolve("many.svg"), "<svg>" + "<line x2='3'/>".repeat(10_001) + "</svg>");
    Outcome outcome =
        shell(
            "SILVERPOINT_JAVA_OPTS=-Duser.language=fa",
            "scripts/silverpoint trace many.svg --out out");
    assertThat(outcome.exitCode).isEqualTo(ExitCode.BAD_PICTURE);
    assertThat(outcome.said).contains("has 10001 lines");
  }

  @Test
  void whatTheTerminalChangesIsInTheAuditLog() throws Exception {
    Outcome outcome =
        shell(
            "",
            "echo 271828 | scripts/silverpoint staff-pin --role operator && scripts/silverpoint api-key"
                + " dashboard && scripts/silverpoint api-key dashboard --revoke");
    assertThat(outcome.exitCode).as(outcome.said).isZero();
    assertThat(home.resolve("kiosk-state/web/audit.log"))
        .content()
        .contains(
            "terminal set the PIN of OPERATOR",
            "terminal made the API key dashboard of VIEWER",
            "terminal revoked the API key dashboard")
        .doesNotContain("271828");
  }

  @Test
  void messagesNameTheCommandAsItIsCalledHere() throws Exception {
    Files.createDirectories(home.resolve("own"));
    Files.writeString(home.resolve("own/web.yaml"), "network:\n  enabled: true\n");
    String doctor = "scripts/silverpoint doctor --config own --state state";
    assertThat(shell("", doctor).said).contains("'scripts/silverpoint staff-pin'");
    Outcome installed = shell("SILVERPOINT_JAVA_OPTS=-Dsilverpoint.command=silverpoint", doctor);
    assertThat(installed.said).contains("'silverpoint staff-pin'").doesNotContain("scripts/");
    assertThat(shell("", "scripts/silverpoint staff-certificate booth.example").said)
        .contains("dns:booth.example");
  }

  @Test
  void bothLaunchersTellHowTheyAreCalled() throws IOException {
    assertThat(Path.of("scripts/silverpoint"))
        .content()
        .contains("-Dsilverpoint.command=scripts/silverpoint ");
    assertThat(Path.of("src/package/silverpoint"))
        .content()
        .contains("-Dsilverpoint.command=silverpoint ");
  }

  @Test
  void noMessageNamesAScriptThatIsInACheckoutOnly() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src/main"))) {
      assertThat(files.filter(Files::isRegularFile))
          .allSatisfy(file ->
              assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                  .doesNotContain("scripts/silverpoint", "scripts/staff-certificate"));
    }
  }

  @Test
  void tooFewFilesAreOneLine() throws Exception {
    Outcome outcome = shell("", "ulimit -n 64; scripts/silverpoint history");
    assertThat(outcome.exitCode).isEqualTo(ExitCode.OUR_BUG);
    assertThat(outcome.said).contains("ulimit -n 1024").hasLineCount(1);
  }

  @Test
  void tooLittleAddressSpaceIsOneLine() throws Exception {
    Outcome outcome = shell("", "ulimit -v 6000000; scripts/silverpoint history");
    assertThat(outcome.exitCode).isEqualTo(ExitCode.OUR_BUG);
    assertThat(outcome.said).contains("ulimit -v unlimited").hasLineCount(1);
  }

  @Test
  void whatRanOutIsSaid() {
    String words = "unable to create native thread: possibly out of memory or limits reached";
    assertThat(Main.lineOf(new IllegalStateException(new OutOfMemoryError(words))))
        .contains("too few threads", "ulimit -u");
    assertThat(Main.lineOf(new OutOfMemoryError("Java heap space"))).contains("-Xmx4g");
  }

  /** As libraries of a GPU may hold it. */
  @Test
  void aGigabyteOfOtherNativeMemoryLeavesRoomForPictures() throws Exception {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", Ballast.class.getName());
    new JarOutputStream(Files.newOutputStream(home.resolve("ballast.jar")), manifest).close();
    ImageIO.write(art(), "png", home.resolve("art.png").toFile());
    Outcome outcome =
        shell(
            "SILVERPOINT_JAVA_OPTS='-Xmx200m -javaagent:ballast.jar'",
            "scripts/silverpoint trace art.png --out out");
    assertThat(outcome.exitCode).as(outcome.said).isZero();
    assertThat(outcome.said).contains("a gigabyte is held", "traced: ");
  }

  private static BufferedImage art() {
    BufferedImage art = new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = art.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 200, 100);
    pen.setColor(Color.BLACK);
    pen.drawLine(20, 20, 180, 80);
    pen.dispose();
    return art;
  }
}
