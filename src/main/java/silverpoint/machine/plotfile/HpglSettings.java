package silverpoint.machine.plotfile;

import java.util.List;

/**
 * How HPGL is written.
 *
 * @param header instructions before the first motion, such as IN and the choice of a pen
 * @param footer instructions after the last motion
 */
public record HpglSettings(List<String> header, List<String> footer) {
  private static final int LONGEST_LINE = 200;

  public HpglSettings {
    header = PlainLines.checked("header", header, LONGEST_LINE);
    footer = PlainLines.checked("footer", footer, LONGEST_LINE);
  }
}
