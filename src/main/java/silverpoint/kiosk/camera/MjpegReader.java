package silverpoint.kiosk.camera;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Cuts a stream of JPEG pictures, one after the other, into pictures (ITU-T T.81, annex B).
 * Segments are skipped by their length, so that a thumbnail inside of one does not end the picture;
 * whatever lies between pictures is passed over, and a damaged picture costs only itself and its
 * neighbour. What is read anew overwrites all that was read before.
 */
final class MjpegReader {
  private static final int MAX_PICTURE_BYTES = 16 << 20;
  private static final int MARKER = 0xff;
  private static final int START_OF_IMAGE = 0xd8;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;
  private static final int FIRST_RESTART = 0xd0;
  private static final int LAST_RESTART = 0xd7;

  private final InputStream in;
  private final byte[] ahead = new byte[1 << 16];
  private int aheadFrom;
  private int aheadTo;
  private byte[] picture = new byte[1 << 17];
  private int size;

  MjpegReader(InputStream in) {
    this.in = in;
  }

  /** The next whole picture; empty at the end of the stream. */
  Optional<byte[]> next() throws IOException {
    int marker = findStart();
    while (marker == START_OF_IMAGE) {
      begin();
      marker = nextMarker();
      while (isSegment(marker)) {
        marker = marker == START_OF_SCAN ? scan() : segment();
      }
      if (marker == END_OF_IMAGE) {
        return Optional.of(Arrays.copyOf(picture, size));
      }
      if (marker != START_OF_IMAGE && marker >= 0) {
        marker = findStart();
      }
    }
    return Optional.empty();
  }

  private void begin() {
    Arrays.fill(picture, 0, size, (byte) 0);
    size = 0;
    write(MARKER);
    write(START_OF_IMAGE);
  }

  private static boolean isSegment(int marker) {
    return marker >= 0xc0 && marker != START_OF_IMAGE && marker != END_OF_IMAGE;
  }

  /** Passes over everything before a start of image; -1 at the end of the stream. */
  private int findStart() throws IOException {
    int previous = 0;
    int b = readAhead();
    while (b >= 0) {
      if (previous == MARKER && b == START_OF_IMAGE) {
        return START_OF_IMAGE;
      }
      previous = b;
      b = readAhead();
    }
    return -1;
  }

  /** Reads a marker that must stand here; 0 when something else does, -1 at the end. */
  private int nextMarker() throws IOException {
    int b = read();
    if (b != MARKER) {
      return b < 0 ? -1 : 0;
    }
    while (b == MARKER) {
      b = read();
    }
    return b;
  }

  /** Reads a segment by its length, then the marker after it. */
  private int segment() throws IOException {
    int high = read();
    int low = read();
    if (low < 0) {
      return -1;
    }
    int left = (high << 8 | low) - 2;
    if (left < 0 || size + left > MAX_PICTURE_BYTES) {
      return 0;
    }
    return read(left) ? nextMarker() : -1;
  }

  /** Reads the header of a scan and its entropy-coded data; the marker that ends it. */
  private int scan() throws IOException {
    int marker = scanHeader();
    if (marker != MARKER) {
      return marker;
    }
    int previous = 0;
    while (size < MAX_PICTURE_BYTES) {
      int b = read();
      if (b < 0) {
        return -1;
      }
      boolean stuffed = b == 0 || (b >= FIRST_RESTART && b <= LAST_RESTART) || b == MARKER;
      if (previous == MARKER && !stuffed) {
        return b;
      }
      previous = b;
    }
    return 0;
  }

  /** {@link #MARKER} when the data of the scan follow. */
  private int scanHeader() throws IOException {
    int high = read();
    int low = read();
    int left = (high << 8 | low) - 2;
    if (low < 0 || left < 0) {
      return low < 0 ? -1 : 0;
    }
    return read(left) ? MARKER : -1;
  }

  /** Reads so many bytes; false when the stream ends before. */
  private boolean read(int bytes) throws IOException {
    for (int i = 0; i < bytes; i++) {
      if (read() < 0) {
        return false;
      }
    }
    return true;
  }

  private int read() throws IOException {
    int b = readAhead();
    if (b >= 0) {
      write(b);
    }
    return b;
  }

  private void write(int b) {
    if (size == picture.length) {
      byte[] larger = Arrays.copyOf(picture, 2 * size);
      Arrays.fill(picture, (byte) 0);
      picture = larger;
    }
    picture[size++] = (byte) b;
  }

  private int readAhead() throws IOException {
    if (aheadFrom == aheadTo) {
      Arrays.fill(ahead, 0, aheadTo, (byte) 0);
      aheadFrom = 0;
      aheadTo = Math.max(0, in.read(ahead));
      if (aheadTo == 0) {
        return -1;
      }
    }
    return ahead[aheadFrom++] & 0xff;
  }
}
