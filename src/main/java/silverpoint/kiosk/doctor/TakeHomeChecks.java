package silverpoint.kiosk.doctor;

import java.util.Optional;
import silverpoint.kiosk.config.ConfigException;
import silverpoint.kiosk.config.TakeHomeConfig;
import silverpoint.kiosk.takehome.ReceiptPrinter;
import silverpoint.kiosk.takehome.TakeHomeAddress;
import silverpoint.kiosk.takehome.TakeHomeSettings;

/** What guests are to take home: the page for their phones, and the printer of receipts. */
final class TakeHomeChecks {
  private static final String PAGE = "page for phones";
  private static final String PRINTER = "receipt printer";

  private TakeHomeChecks() {}

  private static Optional<TakeHomeSettings> settings(Installation kiosk) {
    try {
      return Optional.of(TakeHomeConfig.load(kiosk.folders()));
    } catch (ConfigException _) {
      return Optional.empty();
    }
  }

  /** The port of the page, where it is on. */
  static Optional<Integer> port(Installation kiosk) {
    return settings(kiosk)
        .map(TakeHomeSettings::page)
        .filter(TakeHomeSettings.Page::enabled)
        .map(TakeHomeSettings.Page::port);
  }

  /** Whether receipts go to a device of this computer. */
  static boolean hasPrinterDevice(Installation kiosk) {
    return settings(kiosk)
        .map(TakeHomeSettings::printer)
        .filter(printer -> printer.enabled() && printer.isDevice())
        .isPresent();
  }

  private static Finding unread(String subject) {
    return Finding.warning(
        subject, "take-home.yaml does not say whether", "mend the configuration first");
  }

  static Finding page(Installation kiosk) {
    Optional<TakeHomeSettings> settings = settings(kiosk);
    if (settings.isEmpty()) {
      return unread(PAGE);
    }
    TakeHomeSettings.Page page = settings.orElseThrow().page();
    if (!page.enabled()) {
      return Finding.fine(PAGE, "off; guests' phones reach nothing of this computer");
    }
    return TakeHomeAddress.of(page, page.port())
        .map(address -> Finding.fine(PAGE, "at " + address + " for phones in the same network"))
        .orElseGet(() ->
            Finding.broken(
                PAGE,
                "it is on, but this computer is in no network",
                "connect it, or name the address by phonesAsk in take-home.yaml"));
  }

  static Finding printer(Computer computer, Installation kiosk) {
    Optional<TakeHomeSettings> settings = settings(kiosk);
    if (settings.isEmpty()) {
      return unread(PRINTER);
    }
    TakeHomeSettings.Printer printer = settings.orElseThrow().printer();
    if (!printer.enabled()) {
      return Finding.fine(PRINTER, "off");
    }
    ReceiptPrinter.Report report = computer.probe().printer(printer);
    return report
        .trouble()
        .map(trouble -> {
          // what is wrong, then what helps
          int cure = trouble.lastIndexOf(": ");
          return Finding.warning(PRINTER, trouble.substring(0, cure), trouble.substring(cure + 2));
        })
        .orElseGet(() -> Finding.fine(PRINTER, report.says()));
  }
}
