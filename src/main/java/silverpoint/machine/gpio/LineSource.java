package silverpoint.machine.gpio;

import java.util.List;

/** Seam: where lines can be had. */
public interface LineSource {
  /**
   * Requests lines as outputs that have their levels from the first moment on.
   *
   * @param offsets BCM numbers
   * @param safeBits levels at first and at the end
   */
  OutputLines outputs(List<Integer> offsets, int safeBits);

  /**
   * Requests lines as inputs with pull-ups, for switches to ground.
   *
   * @param debounceUs a level must last this long to count
   */
  InputLines inputs(List<Integer> offsets, int debounceUs);
}
