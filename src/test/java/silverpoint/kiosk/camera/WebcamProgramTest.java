package silverpoint.kiosk.camera;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import silverpoint.GuestProgram;

/** Which FFmpeg reads webcams. */
class WebcamProgramTest {
  @Test
  void whatAPackageHasBroughtIsCalledWhereItLies() throws IOException, InterruptedException {
    assertThat(GuestProgram.of(Guest.class, "-Dsilverpoint.ffmpeg=/opt/program/ffmpeg").said())
        .containsExactly("/opt/program/ffmpeg");
  }

  /** Tells it. */
  static final class Guest {
    private Guest() {}

    public static void main(String[] arguments) {
      System.out.println(Webcam.ffmpeg());
    }
  }
}
