package silverpoint.kiosk.takehome;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A receipt printer in software: reads ESC/POS by Epson's description alone and shows the paper.
 * Text is shown as bars, one for each letter; the words are kept. A byte that it does not know is
 * an error.
 */
final class ReceiptReader {
  private static final int LETTER_DOTS = 12;
  private static final int LINE_DOTS = 30;

  final List<String> lines = new ArrayList<>();

  /** Pictures as they were sent, bands that follow each other joined. */
  final List<BufferedImage> pictures = new ArrayList<>();

  boolean cut;
  private final int widthDots;
  private final byte[] bytes;
  private final List<boolean[]> paper = new ArrayList<>();
  private final List<boolean[]> picture = new ArrayList<>();
  private int at;
  private boolean large;
  private boolean western;

  ReceiptReader(byte[] bytes, int widthDots) {
    this.bytes = bytes;
    this.widthDots = widthDots;
    while (at < bytes.length) {
      int next = next();
      switch (next) {
        case 0 -> {}
        case 0x1b -> escape();
        case 0x1d -> group();
        default -> text(next);
      }
    }
    endPicture();
  }

  private int next() {
    return bytes[at++] & 0xff;
  }

  private void escape() {
    int command = next();
    switch (command) {
      case '@' -> {
        large = false;
        western = false;
      }
      case 't' -> western = next() == 16;
      case 'a' -> require(next() == 1, "centred");
      case 'J' -> {
        endPicture();
        feed(next());
      }
      default -> throw new AssertionError("ESC " + command);
    }
  }

  private void group() {
    int command = next();
    switch (command) {
      case '!' -> large = next() == 0x11;
      case 'V' -> {
        require(next() == 'B', "cut");
        feed(next());
        cut = true;
      }
      case 'v' -> band();
      default -> throw new AssertionError("GS " + command);
    }
  }

  private void band() {
    require(next() == '0' && next() == 0, "GS v 0, normal");
    int rowBytes = next() | next() << 8;
    int rows = next() | next() << 8;
    require(rowBytes * 8 == widthDots, "as wide as the paper: " + rowBytes);
    require(rows > 0 && rows * rowBytes <= 8192, "within a printer's memory: " + rows);
    for (int y = 0; y < rows; y++) {
      boolean[] row = new boolean[widthDots];
      for (int x = 0; x < widthDots; x++) {
        row[x] = (bytes[at + x / 8] >> 7 - x % 8 & 1) == 1;
      }
      at += rowBytes;
      picture.add(row);
      paper.add(row);
    }
  }

  private void endPicture() {
    if (!picture.isEmpty()) {
      pictures.add(image(picture));
      picture.clear();
    }
  }

  private void text(int first) {
    endPicture();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int letter = first; letter != '\n'; letter = next()) {
      require(letter >= 0x20, "a letter: " + letter);
      line.write(letter);
    }
    require(western || line.toString(StandardCharsets.US_ASCII).indexOf('\ufffd') < 0, "letters");
    String words = line.toString(TakeHomeSettings.Printer.LETTERS);
    lines.add(words);
    int size = large ? 2 : 1;
    int indent = (widthDots - words.length() * LETTER_DOTS * size) / 2;
    require(indent >= 0, "no longer than a row: " + words);
    for (int y = 0; y < LINE_DOTS * size; y++) {
      boolean[] row = new boolean[widthDots];
      for (int x = 0; x < words.length() * LETTER_DOTS * size; x++) {
        row[indent + x] =
            y < 20 * size
                && x % (LETTER_DOTS * size) > 2
                && words.charAt(x / LETTER_DOTS / size) > ' ';
      }
      paper.add(row);
    }
  }

  private void feed(int dots) {
    for (int i = 0; i < dots; i++) {
      paper.add(new boolean[widthDots]);
    }
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("a printer would not take it: " + what);
    }
  }

  /** All of the paper, a pixel a dot. */
  BufferedImage paper() {
    return image(paper);
  }

  private BufferedImage image(List<boolean[]> rows) {
    BufferedImage image = new BufferedImage(widthDots, rows.size(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < rows.size(); y++) {
      for (int x = 0; x < widthDots; x++) {
        image.setRGB(x, y, rows.get(y)[x] ? 0x000000 : 0xffffff);
      }
    }
    return image;
  }
}
