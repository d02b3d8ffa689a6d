package silverpoint.foundation.image;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/**
 * An animated GIF that plays for ever. All frames share the colours of a given picture, and each
 * holds only the part that differs from the frame before.
 */
public final class AnimatedGif {
  private static final int COLOURS = 256;

  /** Bits of each colour component by which the nearest palette colour is looked up. */
  private static final int BITS = 5;

  private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ImageOutputStream stream;
  private final ImageWriter writer;
  private final IndexColorModel palette;
  private final byte[] nearest = new byte[1 << 3 * BITS];
  private Optional<byte[]> before = Optional.empty();

  /**
   * @param colours has all the colours that are to come, about
   */
  public AnimatedGif(BufferedImage colours) {
    palette = palette(colours);
    for (int key = 0; key < nearest.length; key++) {
      nearest[key] = (byte) nearest(key);
    }
    writer = ImageIO.getImageWritersByFormatName("gif").next();
    try {
      stream = ImageIO.createImageOutputStream(bytes);
      writer.setOutput(stream);
      writer.prepareWriteSequence(null);
    } catch (IOException e) {
      throw new ImageException("a GIF cannot be begun: " + e.getMessage(), e);
    }
  }

  /**
   * @param shownMs until the next frame
   */
  public void add(BufferedImage frame, int shownMs) {
    byte[] indices = indices(frame);
    int width = frame.getWidth();
    Rectangle part =
        before
            .map(old -> changed(old, indices, width))
            .orElseGet(() -> new Rectangle(width, frame.getHeight()));
    BufferedImage indexed =
        new BufferedImage(part.width, part.height, BufferedImage.TYPE_BYTE_INDEXED, palette);
    byte[] to = ((DataBufferByte) indexed.getRaster().getDataBuffer()).getData();
    for (int y = 0; y < part.height; y++) {
      System.arraycopy(indices, (part.y + y) * width + part.x, to, y * part.width, part.width);
    }
    try {
      writer.writeToSequence(new IIOImage(indexed, null, metadata(part, shownMs)), null);
    } catch (IOException e) {
      throw new ImageException("a GIF cannot be written: " + e.getMessage(), e);
    }
    before = Optional.of(indices);
  }

  /** The file; no frame may follow. */
  public byte[] encoded() {
    try {
      writer.endWriteSequence();
      stream.close();
      writer.dispose();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new ImageException("a GIF cannot be ended: " + e.getMessage(), e);
    }
  }

  /** The box of the pixels that differ; a pixel where none does. */
  private static Rectangle changed(byte[] old, byte[] indices, int width) {
    int left = width;
    int right = 0;
    int first = Arrays.mismatch(old, indices);
    if (first < 0) {
      return new Rectangle(1, 1);
    }
    int last = first;
    for (int i = first; i < indices.length; i++) {
      if (old[i] != indices[i]) {
        left = Math.min(left, i % width);
        right = Math.max(right, i % width);
        last = i;
      }
    }
    int top = first / width;
    return new Rectangle(left, top, right - left + 1, last / width - top + 1);
  }

  /** The most frequent colours, after rounding. */
  private static IndexColorModel palette(BufferedImage picture) {
    int[] counts = new int[1 << 3 * BITS];
    for (int rgb :
        picture.getRGB(
            0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())) {
      counts[key(rgb)]++;
    }
    int[] colours =
        IntStream.range(0, counts.length)
            .filter(key -> counts[key] > 0)
            .boxed()
            .sorted((a, b) -> Integer.compare(counts[b], counts[a]))
            .limit(COLOURS)
            .mapToInt(AnimatedGif::rgb)
            .toArray();
    return new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
  }

  private static int key(int rgb) {
    int shift = 8 - BITS;
    int mask = (1 << BITS) - 1;
    return (rgb >> 16 + shift & mask) << 2 * BITS
        | (rgb >> 8 + shift & mask) << BITS
        | rgb >> shift & mask;
  }

  private static int rgb(int key) {
    int shift = 8 - BITS;
    int mask = (1 << BITS) - 1;
    int middle = 1 << shift - 1;
    int red = (key >> 2 * BITS & mask) << shift | middle;
    int green = (key >> BITS & mask) << shift | middle;
    int blue = (key & mask) << shift | middle;
    return red << 16 | green << 8 | blue;
  }

  private int nearest(int key) {
    int wanted = rgb(key);
    int best = 0;
    int bestSq = Integer.MAX_VALUE;
    for (int i = 0; i < palette.getMapSize(); i++) {
      int colour = palette.getRGB(i);
      int red = (wanted >> 16 & 0xff) - (colour >> 16 & 0xff);
      int green = (wanted >> 8 & 0xff) - (colour >> 8 & 0xff);
      int blue = (wanted & 0xff) - (colour & 0xff);
      int squared = red * red + green * green + blue * blue;
      if (squared < bestSq) {
        bestSq = squared;
        best = i;
      }
    }
    return best;
  }

  private byte[] indices(BufferedImage frame) {
    int width = frame.getWidth();
    int[] rgb = frame.getRGB(0, 0, width, frame.getHeight(), null, 0, width);
    byte[] indices = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i++) {
      indices[i] = nearest[key(rgb[i])];
    }
    return indices;
  }

  private IIOMetadata metadata(Rectangle part, int shownMs) {
    IIOMetadata metadata =
        writer.getDefaultImageMetadata(
            new ImageTypeSpecifier(palette, palette.createCompatibleSampleModel(1, 1)), null);
    IIOMetadataNode root = new IIOMetadataNode(IMAGE_FORMAT);
    IIOMetadataNode place = node(root, "ImageDescriptor");
    place.setAttribute("imageLeftPosition", String.valueOf(part.x));
    place.setAttribute("imageTopPosition", String.valueOf(part.y));
    place.setAttribute("imageWidth", String.valueOf(part.width));
    place.setAttribute("imageHeight", String.valueOf(part.height));
    place.setAttribute("interlaceFlag", "FALSE");
    IIOMetadataNode control = node(root, "GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "FALSE");
    control.setAttribute("transparentColorIndex", "0");
    control.setAttribute("delayTime", String.valueOf(Math.max(2, shownMs / 10)));
    if (before.isEmpty()) {
      IIOMetadataNode loop = node(node(root, "ApplicationExtensions"), "ApplicationExtension");
      loop.setAttribute("applicationID", "NETSCAPE");
      loop.setAttribute("authenticationCode", "2.0");
      loop.setUserObject(new byte[] {1, 0, 0});
    }
    try {
      metadata.mergeTree(IMAGE_FORMAT, root);
    } catch (IIOInvalidTreeException e) {
      throw new IllegalStateException("metadata of a GIF are wrong", e);
    }
    return metadata;
  }

  private static IIOMetadataNode node(IIOMetadataNode parent, String name) {
    IIOMetadataNode node = new IIOMetadataNode(name);
    parent.appendChild(node);
    return node;
  }
}
