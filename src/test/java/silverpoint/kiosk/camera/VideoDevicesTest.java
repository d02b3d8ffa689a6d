package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders like /dev and /sys of computers with and without webcams. */
class VideoDevicesTest {
  @TempDir private Path computer;

  private Path sys() {
    return computer.resolve("sys");
  }

  /** A video device as Linux shows it. */
  private void device(String name, String bus, int index) throws IOException {
    Files.createDirectories(computer.resolve("dev"));
    Files.createFile(computer.resolve("dev").resolve(name));
    Path video = Files.createDirectories(sys().resolve("class/video4linux").resolve(name));
    Files.writeString(video.resolve("name"), name + "\n");
    Files.writeString(video.resolve("index"), index + "\n");
    if (!bus.isEmpty()) {
      Path parent = Files.createDirectories(sys().resolve("devices").resolve(name));
      Files.createSymbolicLink(video.resolve("device"), parent);
      Files.createSymbolicLink(
          parent.resolve("subsystem"), Files.createDirectories(sys().resolve("bus").resolve(bus)));
    }
  }

  private List<String> offered() {
    return new VideoDevices(computer.resolve("dev"), sys())
        .list().stream().map(device -> device.file().getFileName().toString()).toList();
  }

  @Test
  void codecsAndImageProcessorsOfAPiAreNoWebcams() throws IOException {
    for (int number = 10; number < 17; number++) {
      device("video" + number, number < 14 ? "platform" : "vchiq-bus", 0);
    }
    assertThat(offered()).isEmpty();
    device("video0", "usb", 0);
    device("video1", "usb", 1);
    assertThat(offered()).containsExactly("video0");
  }

  private void sensor(String name) throws IOException {
    device("video0", "platform", 0);
    Files.writeString(sys().resolve("class/video4linux/video0/name"), name + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rp1-cfe-csi2_ch0", "unicam-image"})
  void autoIsAWebcamElseTheCameraOfThePiElseTheDemo(String sensor) throws IOException {
    VideoDevices devices = new VideoDevices(computer.resolve("dev"), sys());
    assertThat(devices.source()).isEqualTo("demo");
    device("video10", "platform", 0);
    assertThat(devices.source()).isEqualTo("demo");
    sensor(sensor);
    assertThat(devices.source()).isEqualTo("pi");
    device("video8", "usb", 0);
    assertThat(devices.source()).isEqualTo("webcam");
  }

  @Test
  void capturePlugInCardsAndVirtualCamerasAreOffered() throws IOException {
    device("video0", "pci", 0);
    device("video7", "", 0);
    assertThat(offered()).containsExactly("video0", "video7");
  }

  @Test
  void namesThatLastComeBeforeNumbers() throws IOException {
    device("video0", "usb", 0);
    device("video10", "platform", 0);
    Path byId = Files.createDirectories(computer.resolve("dev/v4l/by-id"));
    Files.createFile(byId.resolve("usb-ACME_Cam-video-index0"));
    Files.createFile(byId.resolve("usb-ACME_Cam-video-index1"));
    assertThat(offered()).containsExactly("usb-ACME_Cam-video-index0");
  }
}
