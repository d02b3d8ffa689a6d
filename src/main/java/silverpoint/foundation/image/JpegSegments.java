package silverpoint.foundation.image;

import java.util.function.IntPredicate;

/** The segments of a JPEG file before its pixels. */
final class JpegSegments {
  private static final int START_OF_SCAN = 0xda;

  private JpegSegments() {}

  /** Where the first segment begins whose marker is wanted; -1 when there is none. */
  static int find(byte[] file, IntPredicate wanted) {
    int at = 2;
    while (at + 4 <= file.length && file[at] == (byte) 0xff) {
      int marker = file[at + 1] & 0xff;
      if (wanted.test(marker)) {
        return at;
      }
      if (marker == START_OF_SCAN) {
        return -1;
      }
      boolean standalone = marker == 0xff || marker == 0x01 || (marker >= 0xd0 && marker <= 0xd7);
      at +=
          standalone
              ? (marker == 0xff ? 1 : 2)
              : 2 + ((file[at + 2] & 0xff) << 8 | (file[at + 3] & 0xff));
    }
    return -1;
  }

  /** Whether the end of the picture is there: it stands behind the first scan. */
  static boolean areWhole(byte[] file) {
    int scan = find(file, marker -> marker == START_OF_SCAN);
    for (int i = scan + 2; scan >= 0 && i + 1 < file.length; i++) {
      if (file[i] == (byte) 0xff && file[i + 1] == (byte) 0xd9) {
        return true;
      }
    }
    return false;
  }
}
