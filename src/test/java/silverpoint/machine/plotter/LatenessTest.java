package silverpoint.machine.plotter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenessTest {
  @Test
  void countsInPowersOfTwo() {
    Lateness.Recorder recorder = new Lateness.Recorder();
    for (int i = 0; i < 990; i++) {
      recorder.add(400);
    }
    for (int i = 0; i < 9; i++) {
      recorder.add(5_000);
    }
    recorder.add(2_500_000);
    Lateness lateness = recorder.soFar();
    assertThat(lateness.belowUs(0.5)).isEqualTo(1);
    assertThat(lateness.belowUs(0.995)).isEqualTo(8);
    assertThat(lateness.belowUs(1)).isEqualTo(4096);
    assertThat(lateness)
        .hasToString(
            "1000 writes, half of them less than 1 us late, 99.9 % less than 8 us, the worst 2.500 ms");
  }
}
