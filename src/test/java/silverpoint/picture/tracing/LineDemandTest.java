package silverpoint.picture.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import silverpoint.picture.portrait.FacePart;

class LineDemandTest {
  /** Two lines that a fine pen can draw side by side are one blot of a broad one. */
  @ParameterizedTest
  @EnumSource(FacePart.class)
  void aBroaderPenLeavesMoreRoomAndAsksForLongerLines(FacePart part) {
    LineDemand fine = LineDemand.of(part, 1.92);
    LineDemand broad = LineDemand.of(part, 3.84);
    assertThat(fine.separationPx()).isGreaterThan(1.3 * 1.92);
    assertThat(broad.separationPx()).isCloseTo(2 * fine.separationPx(), within(1e-9));
    assertThat(broad.minInkPx()).isCloseTo(2 * fine.minInkPx(), within(1e-9));
    assertThat(broad.seedInk()).isEqualTo(fine.seedInk());
  }
}
