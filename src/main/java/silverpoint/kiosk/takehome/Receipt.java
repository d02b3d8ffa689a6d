package silverpoint.kiosk.takehome;

import com.google.zxing.common.BitMatrix;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import silverpoint.route.Leg;

/**
 * The receipt of one guest: event, line, number, day and the code of the screen.
 *
 * @param number the guest's
 * @param legs of the line
 * @param penMm width of the line on the toy
 * @param day on which it was drawn
 * @param language in which the day is written
 * @param link made when it is printed; gives empty for no code
 */
record Receipt(
    long number,
    List<Leg> legs,
    double penMm,
    LocalDate day,
    Locale language,
    Supplier<Optional<String>> link) {
  private static final int LETTER_DOTS = 12;
  private static final int GAP_DOTS = 24;

  /** What stays in the printer below the edge at which paper is torn off. */
  private static final int TEAR_DOTS = 200;

  private static final int LARGEST_MODULE_DOTS = 6;

  private static final Map<String, String> NUMBERED =
      Map.of("de", "Nr. ", "fr", "N\u00b0 ", "es", "N.\u00ba ");

  Receipt {
    legs = List.copyOf(legs);
  }

  /** What the printer is sent. */
  byte[] bytes(TakeHomeSettings.Printer printer) {
    EscPos out = new EscPos();
    for (String line : wrapped(printer.event(), printer.widthDots() / LETTER_DOTS / 2)) {
      out.text(line, true);
    }
    out.feed(GAP_DOTS).picture(LineDots.of(legs, penMm, printer.widthDots())).feed(GAP_DOTS);
    out.text(NUMBERED.getOrDefault(language.getLanguage(), "No. ") + number, true);
    out.text(written(day), false);
    Optional.of(printer.qrCode())
        .filter(wanted -> wanted)
        .flatMap(_ -> link.get())
        .ifPresent(address -> out.feed(GAP_DOTS).picture(code(address, printer.widthDots())));
    return (printer.cut() ? out.feed(GAP_DOTS).cut() : out.feed(TEAR_DOTS)).bytes();
  }

  /** In words, or in digits where printers lack the letters. */
  private String written(LocalDate date) {
    String words =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language).format(date);
    return TakeHomeSettings.Printer.LETTERS.newEncoder().canEncode(words) ? words : date.toString();
  }

  /** Lines of whole words; a word that is longer than a line is broken. */
  private static List<String> wrapped(String text, int columns) {
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.strip().split("\\s+")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (longer.length() > columns && !line.isEmpty()) {
        lines.add(line);
        longer = word;
      }
      while (longer.length() > columns) {
        lines.add(longer.substring(0, columns));
        longer = longer.substring(columns);
      }
      line = longer;
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines;
  }

  /** Whole dots for every module, since uneven ones are hard to read. */
  private static DotImage code(String address, int widthDots) {
    BitMatrix modules = QrCode.modules(address);
    int side = Math.clamp(widthDots / modules.getWidth(), 1, LARGEST_MODULE_DOTS);
    DotImage image = new DotImage(widthDots, modules.getHeight() * side);
    int indent = (widthDots - modules.getWidth() * side) / 2;
    for (int y = 0; y < image.heightDots(); y++) {
      for (int x = 0; x < modules.getWidth() * side; x++) {
        if (modules.get(x / side, y / side)) {
          image.blacken(x + indent, y);
        }
      }
    }
    return image;
  }
}
