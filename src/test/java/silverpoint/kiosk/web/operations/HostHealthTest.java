package silverpoint.kiosk.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is told of a computer, from files as a Raspberry Pi has them, and from none. */
class HostHealthTest {
  @TempDir private Path root;

  @Test
  void raspberryPiTellsHeatPowerAndRadio() throws IOException {
    write("proc/meminfo", "MemTotal: 4000 kB\nMemAvailable:    2048 kB\n");
    write("sys/class/thermal/thermal_zone0/temp", "48312\n");
    write("sys/devices/platform/soc/soc:firmware/get_throttled", "50005\n");
    write("sys/class/net/lo/operstate", "unknown\n");
    write("sys/class/net/wlan9/operstate", "up\n");
    write("sys/class/net/wlan9/statistics/rx_dropped", "7\n");
    write("sys/class/net/wlan9/statistics/tx_errors", "2\n");
    write("sys/class/net/eth9/operstate", "down\n");
    write(
        "proc/net/wireless",
        "Inter-| sta-|   Quality        |   Discarded packets\n"
            + " wlan9: 0000   58.  -52.  -256        0      0      0      0      0        0\n");
    HostHealth health = new HostHealth(root, root);
    HostHealth.View view = health.look();
    assertThat(view.temperatureC()).contains(48.312);
    assertThat(view.underVoltage()).contains(true);
    assertThat(view.slowed()).contains(true);
    assertThat(view.slowedBefore()).contains(true);
    assertThat(view.memoryBytes() - view.memoryUsedBytes()).isEqualTo(2048 * 1024);
    assertThat(health.network())
        .extracting(
            HostNetwork.View::name,
            HostNetwork.View::up,
            device -> device.signalDbm().orElse(0.0),
            HostNetwork.View::troubles)
        .containsExactly(
            Tuple.tuple("eth9", false, 0.0, 0L), Tuple.tuple("wlan9", true, -52.0, 9L));
  }

  @Test
  void otherComputerTellsLess() {
    HostHealth health = new HostHealth(root.resolve("nothing"), root);
    HostHealth.View view = health.look();
    assertThat(view.temperatureC()).isEmpty();
    assertThat(view.slowed()).isEmpty();
    assertThat(view.diskBytes()).isPositive();
    assertThat(health.network()).isEqualTo(List.of());
  }

  private void write(String path, String text) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
