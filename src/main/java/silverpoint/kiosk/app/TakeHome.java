package silverpoint.kiosk.app;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import silverpoint.kiosk.booth.BoothEvent;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.config.TakeHomeConfig;
import silverpoint.kiosk.crew.ReceiptDesk;
import silverpoint.kiosk.takehome.ReceiptPrinter;
import silverpoint.kiosk.takehome.TakeHomeLine;
import silverpoint.kiosk.takehome.TakeHomeSettings;
import silverpoint.kiosk.web.TakeHomeServer;
import silverpoint.kiosk.web.visitor.ScreenSettings;
import silverpoint.picture.stroke.Page;
import silverpoint.route.Leg;
import silverpoint.sketch.PlannedLine;

/**
 * What the guests of a running kiosk take home, as its settings have it: the page for their phones
 * and a receipt on paper. Without the settings there is neither.
 */
public final class TakeHome implements AutoCloseable {
  private final ScreenSettings screen;
  private final Optional<TakeHomeServer> server;
  private final Optional<ReceiptPrinter> printer;

  private TakeHome(
      ScreenSettings screen, Optional<TakeHomeServer> server, Optional<ReceiptPrinter> printer) {
    this.screen = screen;
    this.server = server;
    this.printer = printer;
  }

  /**
   * Begins what the settings ask for.
   *
   * @param screen what the visitor's screen offers
   * @param hostNames by which browsers may ask for the kiosk
   * @param notices told what a person should know
   */
  public static TakeHome open(
      RunningKiosk kiosk,
      Places places,
      ScreenSettings screen,
      List<String> hostNames,
      Consumer<String> notices) {
    TakeHomeSettings settings = TakeHomeConfig.load(places.configs());
    TakeHome home =
        new TakeHome(
            screen,
            settings.page().enabled()
                ? Optional.of(new TakeHomeServer(settings.page(), hostNames, notices))
                : Optional.empty(),
            settings.printer().enabled()
                ? Optional.of(
                    ReceiptPrinter.start(
                        settings.printer(),
                        InstantSource.system(),
                        why -> kiosk.booth().tell(event(why))))
                : Optional.empty());
    if (home.printer.isPresent()) {
      notices.accept("receipt printer: " + settings.printer().target());
      kiosk.crew().printBy(home.desk(home.printer.orElseThrow()));
    }
    return home;
  }

  private static BoothEvent event(Optional<String> why) {
    return why.<BoothEvent>map(words -> new BoothEvent.Failing(FaultKind.RECEIPT_PRINTER, words))
        .orElseGet(() -> new BoothEvent.Healed(FaultKind.RECEIPT_PRINTER));
  }

  private ReceiptDesk desk(ReceiptPrinter paper) {
    Locale language = Locale.forLanguageTag(screen.languages().getFirst());
    return new ReceiptDesk() {
      @Override
      public void print(long number, PlannedLine line) {
        Page toy = line.drawing().page();
        // without the way from where the stylus waited
        List<Leg> legs = line.routeFrom(line.beginsMm()).legs();
        paper.print(
            number,
            legs,
            toy.lineWidthMm(),
            language,
            () -> page().flatMap(page -> TakeHomeLine.link(page, number, legs, toy)));
      }

      @Override
      public void forget() {
        paper.forget();
      }
    };
  }

  /** Web address of the page that shows a line; empty while phones reach none. */
  public Optional<String> page() {
    return server.isPresent()
        ? server.flatMap(TakeHomeServer::address)
        : Optional.of(screen.takeHomeAddress()).filter(address -> !address.isEmpty());
  }

  @Override
  public void close() {
    server.ifPresent(TakeHomeServer::close);
    printer.ifPresent(ReceiptPrinter::close);
  }
}
