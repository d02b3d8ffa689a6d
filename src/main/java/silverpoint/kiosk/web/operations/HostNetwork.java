package silverpoint.kiosk.web.operations;

import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.kiosk.booth.WireName;

/** How the computer is connected, from the files of the Linux kernel. */
record HostNetwork(Path root) {
  private static final String LOOPBACK = "lo";

  /**
   * One network device.
   *
   * @param up whether it is connected
   * @param addresses of this computer at it
   * @param signalDbm strength of the radio, about -30 next to it to -90 out of reach; null without
   *     one
   * @param troubles packets that were lost or damaged, both ways, since the computer was switched
   *     on
   */
  @WireName("HostNetworkView")
  record View(
      String name, boolean up, List<String> addresses, Optional<Double> signalDbm, long troubles) {}

  List<View> look() {
    return HostHealth.folders(root.resolve("sys/class/net")).stream()
        .filter(device -> !device.getFileName().toString().equals(LOOPBACK))
        .sorted()
        .map(this::look)
        .toList();
  }

  private View look(Path device) {
    String name = device.getFileName().toString();
    return new View(
        name,
        HostHealth.lines(device.resolve("operstate")).contains("up"),
        addresses(name),
        signalDbm(name),
        Stream.of("rx_errors", "rx_dropped", "tx_errors", "tx_dropped")
            .mapToLong(counter -> count(device.resolve("statistics").resolve(counter)))
            .sum());
  }

  private static long count(Path file) {
    return HostHealth.lines(file).stream()
        .filter(text -> text.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .sum();
  }

  /** The fourth column of the kernel's table is the level. */
  private Optional<Double> signalDbm(String name) {
    return HostHealth.lines(root.resolve("proc/net/wireless")).stream()
        .map(line -> line.strip().split("\\s+"))
        .filter(columns -> columns.length > 3 && columns[0].equals(name + ":"))
        .map(columns -> columns[3])
        .filter(level -> level.matches("-?\\d{1,3}\\.?"))
        .map(Double::valueOf)
        .findFirst();
  }

  private static List<String> addresses(String name) {
    try {
      NetworkInterface device = NetworkInterface.getByName(name);
      return device == null
          ? List.of()
          : device
              .inetAddresses()
              .filter(address -> !address.isLinkLocalAddress())
              .map(address -> address.getHostAddress().replaceAll("%.*", ""))
              .toList();
    } catch (SocketException _) {
      return List.of();
    }
  }
}
