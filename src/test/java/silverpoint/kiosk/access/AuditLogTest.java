package silverpoint.kiosk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the audit log without its key is found, and what a disk does is mended. */
class AuditLogTest {
  private static final long FULL_BYTES = 500;

  @TempDir private Path folder;

  private Path file;

  private final AtomicLong nowMs = new AtomicLong(1_700_000_000_000L);
  private final InstantSource clock = () -> Instant.ofEpochMilli(nowMs.getAndAdd(1000));

  @BeforeEach
  void name() {
    file = folder.resolve("audit.log");
  }

  private AuditLog log() {
    return new AuditLog(file, clock, FULL_BYTES);
  }

  private List<String> noted(int events) throws IOException {
    AuditLog log = new AuditLog(file, clock);
    for (int i = 0; i < events; i++) {
      log.note("OPERATOR/abc123", "did thing " + i + "\nand a second line \u202e");
    }
    return Files.readAllLines(file);
  }

  private OptionalInt forgedAfterARestart() {
    return new AuditLog(file, clock).firstForgedLine();
  }

  @Test
  void everyChangeOfALineIsFoundAfterARestartToo() throws IOException {
    List<String> lines = noted(5);
    assertThat(lines).as("a head and an event a line").hasSize(6);
    assertThat(new AuditLog(file, clock).tail(2)).isEqualTo(lines.subList(4, 6));
    assertThat(forgedAfterARestart()).isEmpty();

    Files.write(file, lines.stream().map(line -> line.replace("thing 2", "thing 9")).toList());
    assertThat(forgedAfterARestart()).as("changed").hasValue(4);
    List<String> without = new ArrayList<>(lines);
    without.remove(2);
    Files.write(file, without);
    assertThat(forgedAfterARestart()).as("removed").hasValue(3);
    List<String> moved = new ArrayList<>(lines);
    Collections.swap(moved, 1, 2);
    Files.write(file, moved);
    assertThat(forgedAfterARestart()).as("moved").hasValue(2);
    Files.write(file, lines.subList(0, 3));
    assertThat(forgedAfterARestart()).as("its tail cut").hasValue(4);
    Files.delete(file);
    assertThat(forgedAfterARestart()).as("deleted").hasValue(1);
    Files.write(file, lines);
    assertThat(forgedAfterARestart()).isEmpty();
  }

  @Test
  void whatWasCutIsStillFoundAfterMoreWasNoted() throws IOException {
    List<String> lines = noted(5);
    Files.write(file, lines.subList(0, 3));
    new AuditLog(file, clock).note("a", "after the cut");
    assertThat(forgedAfterARestart()).hasValue(4);
    Files.delete(file);
    new AuditLog(file, clock).note("a", "after the file was deleted");
    assertThat(forgedAfterARestart()).hasValue(1);
  }

  @Test
  void aLogThatIsInventedWithoutTheKeyIsFound() throws IOException {
    List<String> true_ = noted(3);
    Path other = Files.createDirectory(folder.resolve("elsewhere"));
    AuditLog invented = new AuditLog(other.resolve("audit.log"), clock);
    true_.forEach(line -> invented.note("ADMIN/000000", "did something else"));
    Files.write(file, Files.readAllBytes(other.resolve("audit.log")));
    assertThat(forgedAfterARestart()).hasValue(1);
  }

  @Test
  void oneByteThatIsNoLetterSwitchesNoCheckOff() throws IOException {
    noted(3);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 200] = (byte) 0xff;
    Files.write(file, bytes);
    assertThat(forgedAfterARestart()).isPresent();
    assertThat(new AuditLog(file, clock).tail(9)).as("and is shown").hasSize(4);
  }

  @Test
  void aLogThatCannotBeReadIsNotOneThatIsAsWritten() throws IOException {
    Files.createDirectory(file);
    AuditLog log = new AuditLog(file, clock);
    log.note("a", "b");
    assertThat(log.isWritable()).isFalse();
    assertThat(log.tail(3)).isEmpty();
    assertThat(log.firstForgedLine()).isPresent();
  }

  @Test
  void aDamagedKeyHindersNobodyAndIsTold() throws IOException {
    noted(3);
    Files.writeString(folder.resolve("audit-key"), "");
    AuditLog log = new AuditLog(file, clock);
    log.note("a", "b");
    assertThat(log.isWritable()).isFalse();
    assertThat(log.firstForgedLine()).isPresent();
  }

  @Test
  void aLineThatAPowerCutTearsIsDroppedAndTheRestStands() throws IOException {
    noted(1);
    byte[] before = Files.readAllBytes(file);
    byte[] key = Files.readAllBytes(folder.resolve("audit-key"));
    new AuditLog(file, clock).note("a", "second");
    byte[] after = Files.readAllBytes(file);
    for (int cut = before.length; cut <= after.length; cut++) {
      Files.write(file, Arrays.copyOf(after, cut));
      // the key is written after the line
      Files.write(folder.resolve("audit-key"), key);
      AuditLog again = new AuditLog(file, clock);
      again.note("b", "third");
      assertThat(again.firstForgedLine()).as("cut at " + cut).isEmpty();
      assertThat(again.tail(9)).hasSize(cut == after.length ? 4 : 3);
    }
  }

  @Test
  void aLineThatADiskTookInPartIsCutBeforeTheNext() throws IOException {
    AuditLog log = new AuditLog(file, clock);
    log.note("a", "first");
    Files.writeString(file, "2026-11-29T00:00:00Z OPER", StandardOpenOption.APPEND);
    log.note("a", "second");
    assertThat(log.firstForgedLine()).isEmpty();
    assertThat(Files.readString(file)).doesNotContain("OPER");
  }

  @Test
  void aFullFileIsPutAsideAndEveryOneThatIsGoneIsMissed() throws IOException {
    AuditLog log = log();
    for (int i = 0; i < 60; i++) {
      log.note("OPERATOR/abc123", "thing " + i);
      assertThat(log.firstForgedLine()).isEmpty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(each -> each.getFileName().toString()))
          .contains("audit.log", "audit.log.1", "audit.log.8")
          .doesNotContain("audit.log.9");
    }
    assertThat(log.tail(3)).hasSize(3).last().asString().contains("thing 59");
    log().note("a", "after a restart");
    for (String name : List.of("audit.log.8", "audit.log.4", "audit.log.1", "audit.log")) {
      byte[] kept = Files.readAllBytes(folder.resolve(name));
      Files.delete(folder.resolve(name));
      assertThat(log().firstForgedLine()).as(name).isPresent();
      Files.write(folder.resolve(name), kept);
    }
    assertThat(log().firstForgedLine()).isEmpty();
    Path older = folder.resolve("audit.log.3");
    Files.writeString(older, Files.readString(older).replaceFirst("thing", "think"));
    assertThat(log().firstForgedLine()).as("changed in a file put aside").isPresent();
  }

  @Test
  void theTerminalWritesIntoTheLogOfTheRunningKiosk() {
    AuditLog running = new AuditLog(file, clock);
    running.note("a", "first");
    new AuditLog(file, clock).note("terminal", "set the PIN of ADMIN");
    running.note("a", "third");
    assertThat(running.firstForgedLine()).isEmpty();
    assertThat(running.tail(2).getFirst()).contains("terminal set the PIN of ADMIN");
  }

  @Test
  void theKeyIsTheOwnersAloneAndNotInTheLog() throws IOException {
    noted(2);
    Path key = folder.resolve("audit-key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    String secret = Files.readString(key, StandardCharsets.UTF_8).split("\\s+", -1)[1];
    assertThat(secret).hasSize(64);
    assertThat(Files.readString(file)).doesNotContain(secret);
  }

  @Test
  void refusedLoginsOfAWeekFillNoLog() {
    AtomicLong passedMs = new AtomicLong();
    RefusedLogins refused = new RefusedLogins(passedMs::get);
    AuditLog log = new AuditLog(file, clock);
    int lines = 0;
    for (int i = 0; i < 7 * 24 * 60 * 20; i++) {
      passedMs.addAndGet(3000);
      lines += refused.another().isPresent() ? 1 : 0;
    }
    assertThat(lines).isLessThanOrEqualTo(7 * 24);
    assertThat(refused.rest()).hasValueSatisfying(words -> assertThat(words).contains("times"));
    refused.another();
    refused.rest().ifPresent(words -> log.note("nobody", words));
    assertThat(log.tail(1).getFirst()).contains("nobody login refused");
  }
}
