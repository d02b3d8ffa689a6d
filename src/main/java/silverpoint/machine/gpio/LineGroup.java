package silverpoint.machine.gpio;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import java.util.List;

/**
 * A machine's lines as a group: one Pi4J context owns an output for each of them, so that Pi4J
 * knows them and drives them to their safe levels when it is shut down; several lines at once are
 * written past it, by one system call.
 */
public final class LineGroup implements OutputLines {
  private final OutputLines lines;
  private final DigitalOutputLines outputs;

  private LineGroup(OutputLines lines, DigitalOutputLines outputs) {
    this.lines = lines;
    this.outputs = outputs;
  }

  /**
   * Requests the lines.
   *
   * @param pins BCM numbers
   * @param safeBits levels at first and at the end
   */
  public static LineGroup request(LineSource chip, List<Integer> pins, int safeBits) {
    OutputLines lines = chip.outputs(pins, safeBits);
    try {
      return of(pins, lines, safeBits);
    } catch (RuntimeException | Error e) {
      try (lines) {
        throw e;
      }
    }
  }

  static LineGroup of(List<Integer> pins, OutputLines lines, int safeBits) {
    Context context =
        Pi4J.newContextBuilder()
            .noAutoDetect()
            .disableShutdownHook()
            .add(new LineProvider(pins, lines))
            .build();
    return new LineGroup(lines, new DigitalOutputLines(context, LineProvider.ID, pins, safeBits));
  }

  @Override
  public void write(int bits, int mask) {
    lines.write(bits, mask);
  }

  @Override
  public void close() {
    try {
      outputs.close();
    } finally {
      lines.close();
    }
  }
}
