package silverpoint.kiosk.takehome;

import java.io.ByteArrayOutputStream;
import java.util.Set;

/**
 * Writes the language of receipt printers, ESC/POS as Epson documents it; of its commands those
 * that printers of other makers have too.
 */
final class EscPos {
  private static final int ESC = 0x1b;
  private static final int GS = 0x1d;
  private static final byte DLE = 0x10;

  /** EOT, ENQ and DC4. */
  private static final Set<Byte> AT_ONCE = Set.of((byte) 0x04, (byte) 0x05, (byte) 0x14);

  /** Number of the page of letters that is windows-1252. */
  private static final int WESTERN = 16;

  /** Rows that are sent at a time: no more than printers with little memory take. */
  static final int BAND_ROWS = 64;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Begins: settings of whoever printed before are gone; letters are western, all is centred. */
  EscPos() {
    command(ESC, '@');
    command(ESC, 't', WESTERN);
    command(ESC, 'a', 1);
  }

  /**
   * A line of text.
   *
   * @param large twice as wide and high
   */
  EscPos text(String text, boolean large) {
    command(GS, '!', large ? 0x11 : 0);
    bytes.writeBytes(text.getBytes(TakeHomeSettings.Printer.LETTERS));
    bytes.write('\n');
    return this;
  }

  /** A picture (GS v 0), band by band. */
  EscPos picture(DotImage image) {
    int rowBytes = Math.ceilDiv(image.widthDots(), 8);
    for (int top = 0; top < image.heightDots(); top += BAND_ROWS) {
      int rows = Math.min(BAND_ROWS, image.heightDots() - top);
      command(GS, 'v', '0', 0, rowBytes & 0xff, rowBytes >> 8, rows & 0xff, rows >> 8);
      bytes.writeBytes(calm(image, top, rows));
    }
    return this;
  }

  /**
   * Rows whose dots are no command: printers obey DLE EOT, DLE ENQ and DLE DC4 at once, also within
   * a picture. One dot more makes another byte of it.
   */
  private static byte[] calm(DotImage image, int top, int rows) {
    ByteArrayOutputStream band = new ByteArrayOutputStream();
    for (int y = top; y < top + rows; y++) {
      band.writeBytes(image.row(y));
    }
    byte[] dots = band.toByteArray();
    for (int i = 1; i < dots.length; i++) {
      if (dots[i - 1] == DLE && AT_ONCE.contains(dots[i])) {
        dots[i - 1] |= 0x08;
      }
    }
    return dots;
  }

  /** Moves the paper by so many dots. */
  EscPos feed(int dots) {
    command(ESC, 'J', dots);
    return this;
  }

  /** Moves the paper to the knife and cuts it but for one point. */
  EscPos cut() {
    command(GS, 'V', 'B', 0);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private void command(int... command) {
    for (int part : command) {
      bytes.write(part);
    }
  }
}
