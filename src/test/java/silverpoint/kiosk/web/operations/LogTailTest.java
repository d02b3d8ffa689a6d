package silverpoint.kiosk.web.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What engineers read of the log from far away: useful, bounded, without secrets. */
class LogTailTest {
  private static final Logger LOG = LoggerFactory.getLogger(LogTailTest.class);

  private final LogTail tail = LogTail.begin();

  @AfterEach
  void stop() {
    tail.close();
  }

  @Test
  void linesCarryTimeLevelAndPlace() {
    LOG.info("ticket {}: the motors start", 7);
    assertThat(tail.lines())
        .last()
        .asString()
        .matches(
            "\\d{4}-.*Z INFO silverpoint.kiosk.web.operations.LogTailTest: ticket 7: the motors start");
  }

  @Test
  void whatLooksLikeASecretIsLeftOut() {
    String key = "Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE";
    LOG.info("the key {} was seen, and {}", key, "x".repeat(390) + key);
    assertThat(tail.lines()).last().asString().doesNotContain(key.substring(0, 10));
  }

  @Test
  void oneRecordIsOneLineAndAFailureAFewMore() {
    LOG.info("first\nsecond", new IllegalStateException("why"));
    assertThat(tail.lines()).hasSizeBetween(3, 8);
    assertThat(tail.lines().get(0)).endsWith("first second");
    assertThat(tail.lines().get(1)).contains("IllegalStateException: why");
    assertThat(tail.lines().get(2)).contains("LogTailTest");
  }

  @Test
  void theOldestLinesGo() {
    for (int i = 0; i < 1_000; i++) {
      LOG.info("line {}", i);
    }
    assertThat(tail.lines()).hasSize(400);
    assertThat(tail.lines()).first().asString().endsWith("line 600");
  }
}
