package silverpoint.kiosk.takehome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeHomeAddressTest {
  private static final List<TakeHomeAddress.Device> DEVICES =
      List.of(
          new TakeHomeAddress.Device("docker0", List.of("172.17.0.1")),
          new TakeHomeAddress.Device("eth0", List.of("10.0.0.2")),
          new TakeHomeAddress.Device("wlan0", List.of("192.168.4.1")));

  private static TakeHomeSettings.Page page(String address, String phonesAsk) {
    return new TakeHomeSettings.Page(true, address, 8090, phonesAsk);
  }

  @Test
  void radioGoesBeforeCablesAndThoseBeforeContainers() {
    assertThat(TakeHomeAddress.host(page("0.0.0.0", ""), DEVICES)).contains("192.168.4.1");
    assertThat(TakeHomeAddress.host(page("0.0.0.0", ""), DEVICES.subList(0, 2)))
        .contains("10.0.0.2");
    assertThat(TakeHomeAddress.host(page("0.0.0.0", ""), DEVICES.subList(0, 1)))
        .contains("172.17.0.1");
    assertThat(TakeHomeAddress.host(page("0.0.0.0", ""), List.of())).isEmpty();
  }

  @Test
  void whatTheSettingsSayGoesBeforeWhatIsFound() {
    assertThat(TakeHomeAddress.host(page("10.0.0.2", ""), DEVICES)).contains("10.0.0.2");
    assertThat(TakeHomeAddress.of(page("10.0.0.2", "booth.lan"), 8091))
        .contains("http://booth.lan:8091/");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://a", "a/b", "a#b", "a:80", "a b", "-a", "A"})
  void whatIsNoNameIsRefused(String name) {
    assertThatThrownBy(() -> page("0.0.0.0", name)).hasMessageContaining("page.phonesAsk");
    assertThatThrownBy(() -> page(name, "")).hasMessageContaining("page.address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "lp0",
        "/tmp/x",
        "printer",
        "printer:",
        "printer:0",
        "printer:65536",
        "file:",
        "file:x",
        "http://printer:9100",
        "/dev/"
      })
  void aTargetThatIsNoPrinterIsRefused(String target) {
    assertThatThrownBy(() -> new TakeHomeSettings.Printer(true, target, 576, "", true, true))
        .hasMessageContaining("printer.target");
  }

  @Test
  void anEventThatPrintersCannotWriteIsRefused() {
    new TakeHomeSettings.Printer(true, "/dev/usb/lp0", 576, "Fête d’été – Größe 10 €", true, true);
    for (String event : List.of("夏祭り", "a\nb", "x".repeat(97))) {
      assertThatThrownBy(
              () -> new TakeHomeSettings.Printer(true, "/dev/usb/lp0", 576, event, true, true))
          .hasMessageContaining("printer.event");
    }
    assertThatThrownBy(() -> new TakeHomeSettings.Printer(true, "h:1", 400, "", true, true))
        .hasMessageContaining("384, 576");
  }
}
