package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import silverpoint.foundation.image.ImageFiles;
import silverpoint.foundation.image.RgbImage;

/**
 * Cameras that are read by a program of their own: real processes that give pictures, die, fall
 * silent and cannot be opened, in place of rpicam-vid and FFmpeg. Waited for by what they do.
 */
class ChildProcessCameraTest {
  private static final PictureSize SIZE = new PictureSize(320, 240, 30);
  private static final CameraLight LEFT_ALONE = new CameraLight(0, 0, 0, 0);
  private static final FeedSettings QUICK = new FeedSettings(400, 800, 800, 20, 100, 0);

  private static final String FLOWS = "while :; do cat %s; sleep 0.02; done";
  private static final String ONE_THEN_SILENT = "cat %s; exec sleep 600";

  @TempDir private Path dir;
  private final List<CameraFeed> feeds = new ArrayList<>();
  private Path pictures = Path.of("");

  @BeforeEach
  void paint() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    Random random = new Random(1);
    for (int i = 0; i < 2; i++) {
      byte[] rgb = new byte[3 * 320 * 240];
      random.nextBytes(rgb);
      stream.write(ImageFiles.encodeJpeg(new RgbImage(320, 240, rgb), 50));
    }
    pictures = Files.write(dir.resolve("pictures.mjpeg"), stream.toByteArray());
    Files.createDirectories(dir.resolve("bin"));
    Files.createDirectories(dir.resolve("dev/v4l/by-id"));
  }

  @AfterEach
  void letGo() {
    feeds.forEach(CameraFeed::close);
  }

  /** A program that notes its process and its arguments, and then does as told. */
  private Path program(String name, String what) throws IOException {
    Path file = dir.resolve("bin").resolve(name);
    Path next = dir.resolve(name + ".new");
    Files.writeString(
        next,
        """
        #!/bin/sh
        echo $$ >> %s
        echo "$@" >> %s
        %s
        """
            .formatted(
                dir.resolve("processes"),
                dir.resolve("arguments"),
                what.formatted(pictures.toString())));
    assertThat(next.toFile().setExecutable(true)).isTrue();
    return Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private CameraFeed feed(Camera camera) {
    CameraFeed feed = new CameraFeed(camera, QUICK, System::nanoTime).start();
    feeds.add(feed);
    return feed;
  }

  private PiCamera pi() {
    return new PiCamera(new SearchPath(dir.resolve("bin").toString()), SIZE, LEFT_ALONE);
  }

  private Webcam webcam(String wanted) {
    return new Webcam(
        new VideoDevices(dir.resolve("dev"), dir.resolve("sys")),
        wanted,
        SIZE,
        LEFT_ALONE,
        new SearchPath(dir.resolve("bin").toString()),
        () -> dir.resolve("bin/ffmpeg").toString());
  }

  private Path plug(String name) throws IOException {
    return Files.createFile(dir.resolve("dev/v4l/by-id").resolve(name));
  }

  private List<String> lines(String file) {
    try {
      return Files.exists(dir.resolve(file)) ? Files.readAllLines(dir.resolve(file)) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }

  private long living() {
    return lines("processes").stream()
        .filter(pid -> ProcessHandle.of(Long.parseLong(pid)).isPresent())
        .count();
  }

  private static void until(CameraFeed feed, BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 3_000 && !so.getAsBoolean(); i++) {
      Thread.sleep(10);
    }
    assertThat(so.getAsBoolean()).as("%s", feed.health()).isTrue();
  }

  @Test
  void piCameraIsAskedForItsSizeAndGivesPictures() throws Exception {
    program("rpicam-vid", FLOWS);
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().isLive());
    assertThat(feed.newest().orElseThrow().image().width()).isEqualTo(320);
    assertThat(lines("arguments").getFirst())
        .contains("--codec mjpeg", "--width 320", "--height 240", "--framerate 30", "--timeout 0");
    feed.close();
    until(feed, () -> living() == 0);
  }

  @Test
  void piCameraThatDiesIsStartedAgainAndItsLastWordIsTold() throws Exception {
    program("rpicam-vid", "cat %s; echo 'ERROR: *** no cameras available ***' >&2; exit 1");
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().restarts() >= 2);
    assertThat(feed.health().lastError().orElseThrow()).contains("no cameras available");
    program("rpicam-vid", FLOWS);
    until(feed, () -> feed.health().isLive());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ERROR: *** failed to acquire camera /base/soc/i2c0mux/imx708 *** | another program uses it
          Pipeline handler in use by another process | another program uses it
          ERROR RPI dma_heaps.cpp:54 Could not open any dmaHeap device | sudo usermod -aG video
          ERROR: *** failed to allocate capture buffers for stream *** | ask for smaller ones
          ERROR: *** no cameras available *** | ribbon cable
          """)
  void piCameraThatIsRefusedSaysWhatHelps(String lastWords, String cure) throws Exception {
    program("rpicam-vid", "echo '" + lastWords + "' >&2; exit 255");
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().lastError().isPresent());
    assertThat(feed.health().lastError().orElseThrow())
        .startsWith("Raspberry Pi camera: ")
        .contains(cure)
        .doesNotContain("plug");
  }

  @Test
  void piCameraThatFloodsItsErrorPipeGivesPicturesAndThenItsReason() throws Exception {
    String flood = "head -c 3000000 /dev/zero | tr '\\0' 'w' >&2; ";
    program("rpicam-vid", flood + FLOWS);
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().isLive());
    program("rpicam-vid", flood + "echo >&2; echo 'ERROR: *** no cameras available ***' >&2");
    lines("processes")
        .forEach(pid -> ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroy));
    until(feed, () -> feed.health().lastError().orElse("").contains("no cameras available"));
    program("rpicam-vid", flood);
    until(feed, () -> feed.health().lastError().orElse("").contains("www"));
    assertThat(feed.health().lastError().orElseThrow()).hasSizeLessThan(400);
  }

  @Test
  void piCameraThatFallsSilentInTheMiddleOfAPictureIsGivenUp() throws Exception {
    program("rpicam-vid", "head -c 3000 %s; exec sleep 600");
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().restarts() >= 1);
    assertThat(feed.health().isLive()).isFalse();
    program("rpicam-vid", FLOWS);
    until(feed, () -> feed.health().isLive());
    until(feed, () -> living() == 1);
  }

  @Test
  void piCameraThatFallsSilentIsKilledAndStartedAgain() throws Exception {
    program("rpicam-vid", ONE_THEN_SILENT);
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().isLive());
    program("rpicam-vid", FLOWS);
    until(feed, () -> feed.health().restarts() >= 1 && feed.health().isLive());
    assertThat(feed.health().lastError().orElseThrow()).contains("no picture for");
    until(feed, () -> living() == 1);
  }

  @Test
  void piCameraWithoutItsProgramSaysWhatToInstall() throws Exception {
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().lastError().isPresent());
    assertThat(feed.health().lastError().orElseThrow())
        .contains("sudo apt-get install rpicam-apps");
    program("libcamera-vid", FLOWS);
    until(feed, () -> feed.health().isLive());
  }

  @Test
  void webcamIsChosenByItsLastingName() throws Exception {
    plug("usb-ACME_HD_Cam_42-video-index0");
    plug("usb-ACME_HD_Cam_42-video-index1");
    Path other = plug("usb-Zeta_Eye-video-index0");
    program("ffmpeg", FLOWS);
    CameraFeed first = feed(webcam(""));
    until(first, () -> first.health().isLive());
    assertThat(lines("arguments").getLast()).contains("usb-ACME_HD_Cam_42-video-index0");
    first.close();
    CameraFeed chosen = feed(webcam(other.toString()));
    until(chosen, () -> chosen.health().isLive());
    assertThat(lines("arguments").getLast()).contains("usb-Zeta_Eye-video-index0");
  }

  @Test
  void webcamThatIsUnpluggedAndPluggedInAgainComesBack() throws Exception {
    Path device = plug("usb-ACME_Cam-video-index0");
    program(
        "ffmpeg",
        "test -e %s && ".formatted(device)
            + "while test -e "
            + device
            + "; do cat %s; sleep 0.02; done; echo 'No such device' >&2; exit 1");
    CameraFeed feed = feed(webcam(""));
    until(feed, () -> feed.health().isLive());
    Files.delete(device);
    until(feed, () -> !feed.health().isLive());
    until(feed, () -> feed.health().lastError().orElse("").contains("no webcam found"));
    Files.createFile(device);
    until(feed, () -> feed.health().isLive());
  }

  @Test
  void webcamThatOpensButGivesNothingIsKilledEachTime() throws Exception {
    plug("usb-Mute-video-index0");
    program("ffmpeg", "exec sleep 600");
    CameraFeed feed = feed(webcam(""));
    until(feed, () -> feed.health().restarts() >= 6);
    assertThat(living()).isLessThanOrEqualTo(2);
    program("ffmpeg", FLOWS);
    until(feed, () -> feed.health().isLive());
    until(feed, () -> living() == 1);
  }

  @Test
  void webcamWithoutItsOwnJpegHasItsPicturesEncoded() throws Exception {
    plug("usb-Raw-video-index0");
    program(
        "ffmpeg",
        "case \"$*\" in *'-input_format mjpeg'*) echo 'Invalid argument' >&2; exit 1;; esac; "
            + FLOWS);
    CameraFeed feed = feed(webcam(""));
    until(feed, () -> feed.health().isLive());
    assertThat(feed.health().restarts()).isZero();
    assertThat(lines("arguments").getLast()).contains("-c:v mjpeg");
  }

  @Test
  void webcamThatAnotherProgramHoldsSaysSo() throws Exception {
    plug("usb-Busy-video-index0");
    program("ffmpeg", "echo '/dev/video0: Device or resource busy' >&2; exit 1");
    CameraFeed feed = feed(webcam(""));
    until(feed, () -> feed.health().lastError().isPresent());
    assertThat(feed.health().lastError().orElseThrow())
        .contains("webcam Busy", "another program uses it; close that one");
  }

  @Test
  void rubbishInPlaceOfPicturesIsGivenUp() throws Exception {
    program("rpicam-vid", "exec cat /dev/zero");
    CameraFeed feed = feed(pi());
    until(feed, () -> feed.health().restarts() >= 1);
    assertThat(feed.health().isLive()).isFalse();
    program("rpicam-vid", FLOWS);
    until(feed, () -> feed.health().isLive());
  }
}
