package silverpoint.foundation.image;

import java.util.Arrays;

/**
 * An upright colour picture: bytes R, G, B pixel by pixel, row by row. The centre of pixel (x, y)
 * lies at (x + 0.5, y + 0.5).
 *
 * <p>The bytes are shared, not copied: whoever builds an image hands its array over and writes to
 * it no more.
 */
public final class RgbImage {
  /** Columns and rows that are turned at a time, so that both pictures' lines stay in the cache. */
  private static final int TILE_PX = 64;

  private final int width;
  private final int height;
  private final byte[] rgb;

  public RgbImage(int width, int height, byte[] rgb) {
    if (width < 1 || height < 1 || rgb.length != 3L * width * height) {
      throw new IllegalArgumentException(
          "bad picture: " + width + " x " + height + " with " + rgb.length + " bytes");
    }
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** One channel of a pixel, 0..255; channel 0 is red, 1 green, 2 blue. */
  public int at(int x, int y, int channel) {
    return rgb[3 * (y * width + x) + channel] & 0xff;
  }

  /** The pixel as 0xRRGGBB. */
  public int packedAt(int x, int y) {
    return at(x, y, 0) << 16 | at(x, y, 1) << 8 | at(x, y, 2);
  }

  /**
   * This picture turned clockwise by so many quarters, then its left and right exchanged if it is
   * to be mirrored.
   */
  public RgbImage turned(int quarters, boolean mirrored) {
    int turn = Math.floorMod(quarters, 4);
    if (turn == 0 && !mirrored) {
      return this;
    }
    int turnedWidth = turn % 2 == 0 ? width : height;
    int turnedHeight = turn % 2 == 0 ? height : width;
    int right =
        switch (turn) {
          case 0 -> 1;
          case 1 -> -width;
          case 2 -> -1;
          default -> width;
        };
    int down =
        switch (turn) {
          case 0 -> width;
          case 1 -> 1;
          case 2 -> -width;
          default -> -1;
        };
    int first =
        switch (turn) {
          case 0 -> 0;
          case 1 -> (height - 1) * width;
          case 2 -> height * width - 1;
          default -> width - 1;
        };
    byte[] turned = new byte[rgb.length];
    for (int row = 0; row < turnedHeight; row += TILE_PX) {
      for (int column = 0; column < turnedWidth; column += TILE_PX) {
        int end = Math.min(turnedWidth, column + TILE_PX);
        for (int y = row; y < Math.min(turnedHeight, row + TILE_PX); y++) {
          int from = mirrored ? turnedWidth - 1 - column : column;
          int pixel = first + y * down + from * right;
          int step = mirrored ? -right : right;
          for (int to = 3 * (y * turnedWidth + column); to < 3 * (y * turnedWidth + end); to += 3) {
            turned[to] = rgb[3 * pixel];
            turned[to + 1] = rgb[3 * pixel + 1];
            turned[to + 2] = rgb[3 * pixel + 2];
            pixel += step;
          }
        }
      }
    }
    return new RgbImage(turnedWidth, turnedHeight, turned);
  }

  /** The backing bytes; for readers only. */
  byte[] bytes() {
    return rgb;
  }

  /**
   * The three colour planes one after the other (CHW), 0..255 mapped to {@code low}..{@code high}.
   */
  public float[] planar(float low, float high) {
    int area = width * height;
    float[] planes = new float[3 * area];
    float scale = (high - low) / 255;
    for (int i = 0; i < area; i++) {
      planes[i] = low + scale * (rgb[3 * i] & 0xff);
      planes[area + i] = low + scale * (rgb[3 * i + 1] & 0xff);
      planes[2 * area + i] = low + scale * (rgb[3 * i + 2] & 0xff);
    }
    return planes;
  }

  /** Luma by ITU-R BT.601, 0..1. */
  public GrayImage luma() {
    float[] luma = new float[width * height];
    for (int i = 0; i < luma.length; i++) {
      luma[i] =
          (0.299f * (rgb[3 * i] & 0xff)
                  + 0.587f * (rgb[3 * i + 1] & 0xff)
                  + 0.114f * (rgb[3 * i + 2] & 0xff))
              / 255;
    }
    return new GrayImage(width, height, luma);
  }

  /** Gaussian blur; borders continue outside. Sigma in px. */
  public RgbImage blurred(double sigmaPx) {
    float[] planes = planar(0, 255);
    int area = width * height;
    byte[] soft = new byte[rgb.length];
    for (int c = 0; c < 3; c++) {
      float[] plane = Arrays.copyOfRange(planes, c * area, (c + 1) * area);
      GrayImage blurred = new GrayImage(width, height, plane).blurred(sigmaPx);
      for (int i = 0; i < area; i++) {
        soft[3 * i + c] = (byte) Math.round(blurred.at(i % width, i / width));
      }
    }
    return new RgbImage(width, height, soft);
  }

  /**
   * This picture where {@code weight} is 1, {@code behind} where it is 0, and a mix between.
   *
   * @param behind same size
   * @param weight same size, 0..1
   */
  public RgbImage over(RgbImage behind, GrayImage weight) {
    byte[] mixed = new byte[rgb.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float w = weight.at(x, y);
        for (int c = 0; c < 3; c++) {
          mixed[3 * (y * width + x) + c] =
              (byte) Math.round(w * at(x, y, c) + (1 - w) * behind.at(x, y, c));
        }
      }
    }
    return new RgbImage(width, height, mixed);
  }
}
