package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cameras are told of the light, by programs that note what they are asked. */
class CameraLightTest {
  private static final PictureSize SIZE = new PictureSize(640, 480, 30);

  private static final String CONTROLS =
      """
      User Controls
           white_balance_automatic 0x0098090c (bool)   : default=1 value=1
      power_line_frequency 0x00980918 (menu)   : min=0 max=2 default=1 value=1 (50 Hz)
      white_balance_temperature 0x0098091a (int)    : min=2800 max=6500 step=1 default=4600 value=4600 flags=inactive
      Camera Controls
      auto_exposure 0x009a0901 (menu)   : min=0 max=3 default=3 value=3 (Aperture Priority Mode)
      exposure_time_absolute 0x009a0902 (int)    : min=3 max=2047 step=1 default=250 value=250
      """;

  @TempDir private Path dir;

  @BeforeEach
  void plug() throws IOException {
    Files.createDirectories(dir.resolve("bin"));
    Files.createDirectories(dir.resolve("dev/v4l/by-id"));
    Files.createFile(dir.resolve("dev/v4l/by-id/usb-ACME_Cam-video-index0"));
    program("ffmpeg", "exit 0");
    program("rpicam-vid", "echo 'it was told' >&2");
  }

  private void program(String name, String what) throws IOException {
    Path file = dir.resolve("bin").resolve(name);
    Files.writeString(
        file, "#!/bin/sh\necho \"$@\" >> %s\n%s\n".formatted(dir.resolve(name + ".asked"), what));
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void controls(String listed) throws IOException {
    Path list = Files.writeString(dir.resolve("controls"), listed);
    program("v4l2-ctl", "case \"$*\" in *--list-ctrls) cat %s;; esac".formatted(list));
  }

  private List<String> asked(String program) throws IOException {
    Path asked = dir.resolve(program + ".asked");
    return Files.exists(asked) ? Files.readAllLines(asked) : List.of();
  }

  /** What the webcam is set to, in order. */
  private List<String> set(CameraLight light) throws IOException {
    SearchPath programs = new SearchPath(dir.resolve("bin").toString());
    new Webcam(
            new VideoDevices(dir.resolve("dev"), dir.resolve("sys")),
            "",
            SIZE,
            light,
            programs,
            () -> dir.resolve("bin/ffmpeg").toString())
        .open()
        .close();
    return asked("v4l2-ctl").stream()
        .filter(line -> line.contains("--set-ctrl"))
        .peek(line -> assertThat(line).contains("/usb-ACME_Cam-video-index0 "))
        .map(line -> line.replaceFirst(".*--set-ctrl ", ""))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"50, 1", "60, 2"})
  void aWebcamIsToldOfTheMains(int mainsHz, int menu) throws IOException {
    controls(CONTROLS);
    assertThat(set(new CameraLight(mainsHz, 0, 0, 0)))
        .containsExactly("power_line_frequency=" + menu);
  }

  @Test
  void exposureIsTakenFromTheAutomaticFirst() throws IOException {
    controls(CONTROLS);
    assertThat(set(new CameraLight(0, 8.3, 0, 0)))
        .containsExactly("auto_exposure=1", "exposure_time_absolute=83");
  }

  @Test
  void aValueBeyondTheCameraIsTheNearestThatItCan() throws IOException {
    controls(CONTROLS);
    assertThat(set(new CameraLight(0, 500, 0, 9_000)))
        .containsExactly(
            "auto_exposure=1",
            "exposure_time_absolute=2047",
            "white_balance_automatic=0",
            "white_balance_temperature=6500");
  }

  @Test
  void namesOfOlderKernelsAreKnown() throws IOException {
    controls(
        CONTROLS
            .replace("auto_exposure", "exposure_auto")
            .replace("exposure_time_absolute", "exposure_absolute")
            .replace("white_balance_automatic", "white_balance_temperature_auto"));
    assertThat(set(new CameraLight(0, 20, 0, 4_000)))
        .containsExactly(
            "exposure_auto=1",
            "exposure_absolute=200",
            "white_balance_temperature_auto=0",
            "white_balance_temperature=4000");
  }

  @Test
  void whatTheDriverDoesNotHaveIsPassedOver() throws IOException {
    controls(CONTROLS);
    assertThat(set(new CameraLight(50, 0, 7, 0))).containsExactly("power_line_frequency=1");
  }

  @Test
  void aCameraThatIsLeftAloneIsNotAsked() throws IOException {
    controls(CONTROLS);
    assertThat(set(new CameraLight(0, 0, 0, 0))).isEmpty();
    assertThat(asked("v4l2-ctl")).isEmpty();
  }

  @Test
  void withoutTheProgramPicturesComeAllTheSame() throws IOException {
    assertThat(set(new CameraLight(50, 10, 1, 4_000))).isEmpty();
  }

  /** What rpicam-vid was asked; it has ended when its pictures end. */
  private String told(CameraLight light) throws IOException {
    PiCamera pi = new PiCamera(new SearchPath(dir.resolve("bin").toString()), SIZE, light);
    try (CameraStream stream = pi.open()) {
      assertThatThrownBy(stream::read).hasMessageContaining("it was told");
    }
    return asked("rpicam-vid").getLast();
  }

  @ParameterizedTest
  @CsvSource({
    "2700, incandescent",
    "3500, tungsten",
    "4000, fluorescent",
    "6500, daylight",
    "9000, cloudy"
  })
  void thePiCameraIsToldInItsOwnWords(int kelvin, String lamp) throws IOException {
    assertThat(told(new CameraLight(50, 8.3, 2, kelvin)))
        .endsWith("--flicker-period 10000us --shutter 8300 --gain 2.0 --awb " + lamp);
    assertThat(told(new CameraLight(60, 0, 0, 0))).endsWith("--flicker-period 8333us");
    assertThat(told(new CameraLight(0, 0, 0, 0))).endsWith("--output -");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          55 | 0   | 0  | 0    | mainsHz is 0, 50 or 60, not 55
          0  | 501 | 0  | 0    | exposureMs is 0 to 500, not 501.0
          0  | NaN | 0  | 0    | exposureMs is 0 to 500, not NaN
          0  | 0   | -1 | 0    | gain is 0 to 1000, not -1.0
          0  | 0   | 0  | 1999 | whiteBalanceK is 0, or 2000 to 10000, not 1999
          """)
  void aBadValueSaysWhatIsAllowed(
      int mainsHz, double exposureMs, double gain, int kelvin, String message) {
    assertThatThrownBy(() -> new CameraLight(mainsHz, exposureMs, gain, kelvin))
        .hasMessage(message);
  }
}
