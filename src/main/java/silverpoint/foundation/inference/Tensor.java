package silverpoint.foundation.inference;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * 32-bit floats with a shape, row-major: the last axis varies fastest, so that element (c, y, x) of
 * a 1x3xHxW picture has the index {@code (c * H + y) * W + x}.
 *
 * <p>The values are shared, not copied: whoever builds a tensor hands its array over and writes to
 * it no more.
 */
public final class Tensor {
  private final float[] values;
  private final long[] shape;

  public Tensor(float[] values, long... shape) {
    long size = 1;
    for (long extent : shape) {
      if (extent < 1) {
        throw new IllegalArgumentException("bad tensor shape " + Arrays.toString(shape));
      }
      size = Math.multiplyExact(size, extent);
    }
    if (size != values.length) {
      throw new IllegalArgumentException(
          "tensor shape "
              + Arrays.toString(shape)
              + " needs "
              + size
              + " values, got "
              + values.length);
    }
    this.values = values;
    this.shape = shape.clone();
  }

  /** All zeros. */
  public static Tensor zeros(long... shape) {
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    return new Tensor(new float[Math.toIntExact(size)], shape);
  }

  /** Number of values. */
  public int size() {
    return values.length;
  }

  /** The value at an index of the row-major order. */
  public float at(int index) {
    return values[index];
  }

  /** Extents of the axes, outermost first. */
  public List<Long> shape() {
    return Arrays.stream(shape).boxed().toList();
  }

  /** Extent of one axis, 0 the outermost. */
  public int extent(int axis) {
    return Math.toIntExact(shape[axis]);
  }

  /** A copy of the values in row-major order. */
  public float[] toArray() {
    return values.clone();
  }

  /** The shared values, for the engine only. */
  float[] values() {
    return values;
  }

  long[] shapeArray() {
    return shape.clone();
  }

  /** Whether this tensor has the given shape, where -1 stands for any extent. */
  boolean fits(List<Long> pattern) {
    if (pattern.size() != shape.length) {
      return false;
    }
    for (int axis = 0; axis < shape.length; axis++) {
      long wanted = pattern.get(axis);
      if (wanted != -1 && wanted != shape[axis]) {
        return false;
      }
    }
    return true;
  }

  /** The shape, such as "1x3x128x128". */
  @Override
  public String toString() {
    return Arrays.stream(shape).mapToObj(Long::toString).collect(Collectors.joining("x"));
  }
}
