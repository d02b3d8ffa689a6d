package silverpoint.inference;

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
    Optional<String> notes) {

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

  private static List<Long> checkedShape(List<Long> shape) {
    if (shape.isEmpty() || shape.stream().anyMatch(extent -> extent < 1 && extent != -1)) {
      throw new IllegalArgumentException("extents must be positive, or -1 for any: " + shape);
    }
    return List.copyOf(shape);
  }
}
