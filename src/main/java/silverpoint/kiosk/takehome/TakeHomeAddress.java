package silverpoint.kiosk.takehome;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The address at which the phones of guests find this computer. */
public final class TakeHomeAddress {
  /** Names of network devices, as Linux gives them: radio, access points, then cables. */
  private static final List<String> LIKELY = List.of("wl", "ap", "uap", "en", "eth");

  private TakeHomeAddress() {}

  /**
   * A device of the network.
   *
   * @param name such as wlan0
   * @param addresses of IPv4
   */
  record Device(String name, List<String> addresses) {}

  /** The web address of the page; empty while this computer has no address that phones reach. */
  public static Optional<String> of(TakeHomeSettings.Page page, int port) {
    return host(page, devices()).map(host -> "http://" + host + ":" + port + "/");
  }

  static Optional<String> host(TakeHomeSettings.Page page, List<Device> devices) {
    if (!page.phonesAsk().isEmpty()) {
      return Optional.of(page.phonesAsk());
    }
    return page.isEverywhere()
        ? devices.stream()
            .sorted(Comparator.comparingInt(TakeHomeAddress::rank))
            .flatMap(device -> device.addresses().stream())
            .findFirst()
        : Optional.of(page.address());
  }

  /** Devices of other names are those of containers and tunnels, which no phone reaches. */
  private static int rank(Device device) {
    for (int i = 0; i < LIKELY.size(); i++) {
      if (device.name().startsWith(LIKELY.get(i))) {
        return i;
      }
    }
    return LIKELY.size();
  }

  private static List<Device> devices() {
    try {
      return NetworkInterface.networkInterfaces()
          .filter(TakeHomeAddress::isUp)
          .map(device ->
              new Device(
                  device.getName(),
                  device
                      .inetAddresses()
                      .filter(Inet4Address.class::isInstance)
                      .filter(address -> !address.isLinkLocalAddress())
                      .map(address -> address.getHostAddress())
                      .toList()))
          .toList();
    } catch (SocketException _) {
      return List.of();
    }
  }

  private static boolean isUp(NetworkInterface device) {
    try {
      return device.isUp() && !device.isLoopback();
    } catch (SocketException _) {
      return false;
    }
  }
}
