package silverpoint.foundation.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the first bytes of a picture file say, before anything is decoded: a file of a hundred
 * kilobytes may ask for gigabytes of pixels.
 *
 * @param widthPx of the picture, or of a tile of it when that is wider
 * @param heightPx of the picture, or of a tile of it when that is higher
 */
record PictureHead(Kind kind, long widthPx, long heightPx) {
  private static final int TIFF_WIDTH = 256;
  private static final int TIFF_HEIGHT = 257;
  private static final int TIFF_TILE_WIDTH = 322;
  private static final int TIFF_TILE_HEIGHT = 323;
  private static final int TIFF_SHORT = 3;

  /** The kinds of files that are read. */
  enum Kind {
    JPEG("\u00ff\u00d8\u00ff"),
    PNG("\u0089PNG\r\n\u001a\n"),
    WEBP("RIFF"),
    TIFF_LITTLE_ENDIAN("II*\0"),
    TIFF_BIG_ENDIAN("MM\0*"),
    BMP("BM"),
    GIF("GIF8");

    private final byte[] first;

    Kind(String first) {
      this.first = first.getBytes(StandardCharsets.ISO_8859_1);
    }

    private boolean begins(byte[] file) {
      return file.length >= first.length
          && Arrays.equals(file, 0, first.length, first, 0, first.length);
    }
  }

  /** Empty for a file that is no picture of any kind, or whose head is damaged. */
  static Optional<PictureHead> of(byte[] file) {
    for (Kind kind : Kind.values()) {
      if (kind.begins(file)) {
        return Optional.of(kind).flatMap(known -> read(known, file));
      }
    }
    return Optional.empty();
  }

  private static Optional<PictureHead> read(Kind kind, byte[] file) {
    ByteBuffer bytes = ByteBuffer.wrap(file);
    try {
      return switch (kind) {
        case JPEG -> jpeg(bytes);
        case PNG -> sized(kind, bytes.getInt(16), bytes.getInt(20));
        case WEBP -> webp(bytes.order(ByteOrder.LITTLE_ENDIAN));
        case TIFF_LITTLE_ENDIAN -> tiff(kind, bytes.order(ByteOrder.LITTLE_ENDIAN));
        case TIFF_BIG_ENDIAN -> tiff(kind, bytes);
        case BMP -> bmp(bytes.order(ByteOrder.LITTLE_ENDIAN));
        case GIF -> {
          bytes.order(ByteOrder.LITTLE_ENDIAN);
          yield sized(kind, unsigned(bytes, 6), unsigned(bytes, 8));
        }
      };
    } catch (IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static Optional<PictureHead> sized(Kind kind, long widthPx, long heightPx) {
    return widthPx > 0 && heightPx > 0
        ? Optional.of(new PictureHead(kind, widthPx, heightPx))
        : Optional.empty();
  }

  private static int unsigned(ByteBuffer bytes, int at) {
    return Short.toUnsignedInt(bytes.getShort(at));
  }

  /** The size stands in the start-of-frame segment. */
  private static Optional<PictureHead> jpeg(ByteBuffer bytes) {
    int at = JpegSegments.find(bytes.array(), PictureHead::startsFrame);
    return at < 0
        ? Optional.empty()
        : sized(Kind.JPEG, unsigned(bytes, at + 7), unsigned(bytes, at + 5));
  }

  /** C0 to CF, without the tables that lie between them: Huffman, reserved, arithmetic. */
  private static boolean startsFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }

  private static Optional<PictureHead> bmp(ByteBuffer bytes) {
    return bytes.getInt(14) == 12
        ? sized(Kind.BMP, unsigned(bytes, 18), unsigned(bytes, 20))
        : sized(Kind.BMP, bytes.getInt(18), Math.abs((long) bytes.getInt(22)));
  }

  /** RFC 9649: lossy, lossless, or extended, whose canvas has 24 bits a side. */
  private static Optional<PictureHead> webp(ByteBuffer bytes) {
    byte[] chunk = new byte[4];
    bytes.get(12, chunk);
    return switch (new String(chunk, StandardCharsets.ISO_8859_1)) {
      case "VP8 " -> sized(Kind.WEBP, unsigned(bytes, 26) & 0x3fff, unsigned(bytes, 28) & 0x3fff);
      case "VP8L" -> {
        int bits = bytes.getInt(21);
        yield sized(Kind.WEBP, (bits & 0x3fff) + 1L, (bits >>> 14 & 0x3fff) + 1L);
      }
      case "VP8X" ->
          sized(
              Kind.WEBP,
              (bytes.getInt(24) & 0xffffff) + 1L,
              (bytes.getInt(26) >>> 8 & 0xffffff) + 1L);
      default -> Optional.empty();
    };
  }

  /** The first directory; a tile is decoded whole, however small the picture is. */
  private static Optional<PictureHead> tiff(Kind kind, ByteBuffer bytes) {
    int directory = bytes.getInt(4);
    int entries = unsigned(bytes, directory);
    long widthPx = 0;
    long heightPx = 0;
    for (int i = 0; i < entries; i++) {
      int at = directory + 2 + 12 * i;
      long value =
          unsigned(bytes, at + 2) == TIFF_SHORT
              ? unsigned(bytes, at + 8)
              : Integer.toUnsignedLong(bytes.getInt(at + 8));
      switch (unsigned(bytes, at)) {
        case TIFF_WIDTH, TIFF_TILE_WIDTH -> widthPx = Math.max(widthPx, value);
        case TIFF_HEIGHT, TIFF_TILE_HEIGHT -> heightPx = Math.max(heightPx, value);
        default -> {}
      }
    }
    return sized(kind, widthPx, heightPx);
  }
}
