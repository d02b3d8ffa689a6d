package silverpoint.foundation.image;

import java.util.ArrayDeque;
import java.util.Arrays;

/** A raster of set and clear pixels, row by row. The array is handed over, not copied. */
public final class Mask {
  private final int width;
  private final int height;
  private final boolean[] set;

  public Mask(int width, int height, boolean[] set) {
    if (width < 1 || height < 1 || set.length != width * height) {
      throw new IllegalArgumentException(
          "bad mask: " + width + " x " + height + " with " + set.length + " values");
    }
    this.width = width;
    this.height = height;
    this.set = set;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** Whether the pixel is set; pixels outside are clear. */
  public boolean at(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && set[y * width + x];
  }

  public int count() {
    int count = 0;
    for (boolean pixel : set) {
      count += pixel ? 1 : 0;
    }
    return count;
  }

  public boolean[] toArray() {
    return set.clone();
  }

  public Mask inverted() {
    boolean[] inverse = set.clone();
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = !inverse[i];
    }
    return new Mask(width, height, inverse);
  }

  public Mask and(Mask other) {
    if (other.width != width || other.height != height) {
      throw new IllegalArgumentException(
          "masks differ in size: "
              + width
              + "x"
              + height
              + ", "
              + other.width
              + "x"
              + other.height);
    }
    boolean[] both = new boolean[set.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = set[i] && other.set[i];
    }
    return new Mask(width, height, both);
  }

  /** Without what a disc of that radius does not fit into: morphological opening. */
  public Mask opened(double radiusPx) {
    GrayImage inside = inverted().distanceToSet();
    boolean[] core = new boolean[set.length];
    for (int i = 0; i < core.length; i++) {
      core[i] = inside.at(i % width, i / width) > radiusPx;
    }
    GrayImage toCore = new Mask(width, height, core).distanceToSet();
    boolean[] kept = new boolean[set.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = toCore.at(i % width, i / width) <= radiusPx;
    }
    return new Mask(width, height, kept);
  }

  /**
   * The number of its 8-connected component, from 1 in reading order, for every pixel; 0 for clear
   * ones.
   */
  public int[] components() {
    int[] label = new int[set.length];
    int labels = 0;
    ArrayDeque<Integer> queue = new ArrayDeque<>();
    for (int seed = 0; seed < set.length; seed++) {
      if (!set[seed] || label[seed] != 0) {
        continue;
      }
      label[seed] = ++labels;
      queue.add(seed);
      while (!queue.isEmpty()) {
        int at = queue.poll();
        int x = at % width;
        int y = at / width;
        for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
          for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
            int next = ny * width + nx;
            if (set[next] && label[next] == 0) {
              label[next] = labels;
              queue.add(next);
            }
          }
        }
      }
    }
    return label;
  }

  /** The largest 8-connected component; the earliest in reading order among equals. */
  public Mask largestComponent() {
    int[] label = components();
    int[] size = new int[label.length + 1];
    int best = 0;
    for (int component : label) {
      size[component] += component == 0 ? 0 : 1;
      boolean larger = size[component] > size[best];
      best = larger || (size[component] == size[best] && component < best) ? component : best;
    }
    boolean[] kept = new boolean[set.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = best != 0 && label[i] == best;
    }
    return new Mask(width, height, kept);
  }

  /**
   * Distance in px from every pixel to the nearest set one, 0 on set pixels, infinity when none is
   * set: the exact Euclidean transform by lower envelopes of parabolas (Felzenszwalb and
   * Huttenlocher 2012).
   */
  public GrayImage distanceToSet() {
    double[] squared = new double[set.length];
    for (int i = 0; i < squared.length; i++) {
      squared[i] = set[i] ? 0 : Double.POSITIVE_INFINITY;
    }
    int longest = Math.max(width, height);
    double[] line = new double[longest];
    double[] result = new double[longest];
    int[] parabola = new int[longest];
    double[] from = new double[longest + 1];
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        line[y] = squared[y * width + x];
      }
      lowerEnvelope(line, height, result, parabola, from);
      for (int y = 0; y < height; y++) {
        squared[y * width + x] = result[y];
      }
    }
    float[] distance = new float[set.length];
    for (int y = 0; y < height; y++) {
      System.arraycopy(squared, y * width, line, 0, width);
      lowerEnvelope(line, width, result, parabola, from);
      for (int x = 0; x < width; x++) {
        distance[y * width + x] = (float) Math.sqrt(result[x]);
      }
    }
    return new GrayImage(width, height, distance);
  }

  private static void lowerEnvelope(
      double[] heights, int n, double[] result, int[] parabola, double[] from) {
    int k = -1;
    for (int q = 0; q < n; q++) {
      if (heights[q] == Double.POSITIVE_INFINITY) {
        continue;
      }
      double start = Double.NEGATIVE_INFINITY;
      while (k >= 0) {
        int p = parabola[k];
        start = (heights[q] + (double) q * q - heights[p] - (double) p * p) / (2.0 * (q - p));
        if (start > from[k]) {
          break;
        }
        k--;
        start = Double.NEGATIVE_INFINITY;
      }
      k++;
      parabola[k] = q;
      from[k] = start;
    }
    if (k < 0) {
      Arrays.fill(result, 0, n, Double.POSITIVE_INFINITY);
      return;
    }
    int current = 0;
    for (int q = 0; q < n; q++) {
      while (current < k && from[current + 1] < q) {
        current++;
      }
      double offset = q - parabola[current];
      result[q] = offset * offset + heights[parabola[current]];
    }
  }
}
