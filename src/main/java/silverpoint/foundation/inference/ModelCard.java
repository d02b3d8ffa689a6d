package silverpoint.foundation.inference;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a model is, takes and gives: the content of {@code models/<name>/card.yaml}. The file's keys
 * are these component names.
 *
 * @param name the model's name and directory
 * @param task what it is for
 * @param file TorchScript file beside the card
 * @param sha256 of that file, 64 hexadecimal digits
 * @param input the one input
 * @param outputs in the order in which the model returns them
 * @param licence SPDX identifier of the weights' licence
 * @param source where the weights come from
 * @param notes anything else a reader should know
 * @param fitting how any picture is brought to the input, where the benchmark cannot tell from the
 *     shape
 * @param decoding how a face detector's anchors are read, where the benchmark does not know them
 */
public record ModelCard(
    @JsonProperty(required = true) String name,
    @JsonProperty(required = true) Task task,
    @JsonProperty(required = true) String file,
    @JsonProperty(required = true) String sha256,
    @JsonProperty(required = true) Input input,
    @JsonProperty(required = true) List<Output> outputs,
    @JsonProperty(required = true) String licence,
    @JsonProperty(required = true) String source,
    Optional<String> notes,
    Optional<Fitting> fitting,
    Optional<Decoding> decoding) {

  /** A card that leaves fitting and decoding to the defaults. */
  public ModelCard(
      String name,
      Task task,
      String file,
      String sha256,
      Input input,
      List<Output> outputs,
      String licence,
      String source,
      Optional<String> notes) {
    this(
        name,
        task,
        file,
        sha256,
        input,
        outputs,
        licence,
        source,
        notes,
        Optional.empty(),
        Optional.empty());
  }

  public ModelCard {
    if (name.isBlank() || file.isBlank() || file.contains("/") || file.contains("\\")) {
      throw new IllegalArgumentException("bad name or file: '" + name + "', '" + file + "'");
    }
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("sha256 must be 64 hexadecimal digits: '" + sha256 + "'");
    }
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("outputs must not be empty");
    }
    Set<String> names = new HashSet<>();
    for (Output output : outputs) {
      if (!names.add(output.name())) {
        throw new IllegalArgumentException("two outputs are named '" + output.name() + "'");
      }
    }
  }

  /** What models are for. */
  public enum Task {
    @JsonProperty("face-detection")
    FACE_DETECTION,
    @JsonProperty("face-mesh")
    FACE_MESH,
    @JsonProperty("person-mask")
    PERSON_MASK,
    @JsonProperty("line-art")
    LINE_ART
  }

  /** Order of the axes of a picture. */
  public enum Layout {
    /** Batch, channel, row, column. */
    NCHW
  }

  /** Order of the colours of a picture. */
  public enum Channels {
    RGB,
    BGR
  }

  /**
   * Smallest and largest value, both included.
   *
   * @param min smallest
   * @param max largest
   */
  @JsonFormat(shape = JsonFormat.Shape.ARRAY)
  public record Range(
      @JsonProperty(required = true) double min, @JsonProperty(required = true) double max) {
    public Range {
      if (!(min < max)) {
        throw new IllegalArgumentException("bad range [" + min + ", " + max + "]");
      }
    }
  }

  /**
   * The picture a model takes.
   *
   * @param shape extents in the order of the layout; -1 is any extent
   * @param layout order of the axes
   * @param channels order of the colours
   * @param range of the pixel values
   * @param meaning how a picture is fitted to the shape, in one line
   */
  public record Input(
      @JsonProperty(required = true) List<Long> shape,
      @JsonProperty(required = true) Layout layout,
      @JsonProperty(required = true) Channels channels,
      @JsonProperty(required = true) Range range,
      @JsonProperty(required = true) String meaning) {
    public Input {
      shape = checkedShape(shape);
    }
  }

  /**
   * One tensor a model returns.
   *
   * @param name of the output
   * @param shape extents; -1 is any extent
   * @param range of the values, empty when unbounded
   * @param meaning of the values and of the axes, in one line
   */
  public record Output(
      @JsonProperty(required = true) String name,
      @JsonProperty(required = true) List<Long> shape,
      Optional<Range> range,
      @JsonProperty(required = true) String meaning) {
    public Output {
      shape = checkedShape(shape);
    }
  }

  /**
   * How a picture of any size becomes the input and a result of the input's size becomes one of the
   * picture's.
   *
   * @param mode where shape and size differ; empty: by the task
   * @param multiple sides are padded to a multiple of this, for shapes of any extent
   * @param mean of the three channels, taken off after the range is applied
   * @param deviation of the three channels, divided by afterwards
   * @param activation to be applied to the first output
   * @param precision of the numbers the model computes with
   */
  public record Fitting(
      Optional<Mode> mode,
      Optional<Integer> multiple,
      Optional<List<Double>> mean,
      Optional<List<Double>> deviation,
      Optional<Activation> activation,
      Optional<Precision> precision) {
    public Fitting {
      if (multiple.orElse(1) < 1) {
        throw new IllegalArgumentException("multiple must be at least 1: " + multiple.get());
      }
      mean = mean.map(List::copyOf);
      deviation = deviation.map(List::copyOf);
      if (mean.map(List::size).orElse(3) != 3
          || deviation.map(List::size).orElse(3) != 3
          || deviation.orElse(List.of()).contains(0.0)) {
        throw new IllegalArgumentException(
            "mean and deviation have three values, no deviation is 0: " + mean + deviation);
      }
    }

    /** Nothing but defaults. */
    public static Fitting defaults() {
      return new Fitting(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    }

    /** Ways to bring a picture to another shape. */
    public enum Mode {
      /** Aspect kept, black borders. */
      @JsonProperty("letterbox")
      LETTERBOX,
      /** Aspect not kept. */
      @JsonProperty("stretch")
      STRETCH
    }

    /** Functions that a network may leave to its reader. */
    public enum Activation {
      @JsonProperty("sigmoid")
      SIGMOID
    }

    /** Floating-point formats. */
    public enum Precision {
      @JsonProperty("float32")
      FLOAT32,
      @JsonProperty("float16")
      FLOAT16
    }
  }

  /**
   * The anchors of a single-shot face detector.
   *
   * @param grids cells a side, layer by layer
   * @param anchorsPerCell as many as grids
   * @param minScore anchors below are no faces, 0..1
   */
  public record Decoding(
      @JsonProperty(required = true) List<Integer> grids,
      @JsonProperty(required = true) List<Integer> anchorsPerCell,
      @JsonProperty(required = true) double minScore) {
    public Decoding {
      grids = List.copyOf(grids);
      anchorsPerCell = List.copyOf(anchorsPerCell);
      if (grids.isEmpty() || grids.size() != anchorsPerCell.size()) {
        throw new IllegalArgumentException(
            "a number of anchors for every grid: " + grids + ", " + anchorsPerCell);
      }
    }
  }

  private static List<Long> checkedShape(List<Long> shape) {
    if (shape.isEmpty() || shape.stream().anyMatch(extent -> extent < 1 && extent != -1)) {
      throw new IllegalArgumentException("extents must be positive, or -1 for any: " + shape);
    }
    return List.copyOf(shape);
  }
}
