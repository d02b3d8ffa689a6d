package silverpoint.machine.grbl;

import java.util.Map;

/** The numbers of errors and alarms in words, with what helps; of GRBL 1.1 and grblHAL. */
final class GrblCodes {
  private static final Map<Integer, String> ERRORS =
      Map.ofEntries(
          Map.entry(1, "a word without its letter"),
          Map.entry(2, "a number that is none"),
          Map.entry(3, "a $ command that this board does not know"),
          Map.entry(4, "a negative number"),
          Map.entry(5, "homing is off"),
          Map.entry(6, "a step pulse below 3 us; set $0=10"),
          Map.entry(7, "its memory was damaged and is as delivered; set steps and rates again"),
          Map.entry(8, "it is not idle"),
          Map.entry(9, "it is locked by an alarm"),
          Map.entry(10, "soft limits need homing; set $20=0"),
          Map.entry(11, "a line that is too long"),
          Map.entry(12, "a step rate that is too high; lower $110 and $111"),
          Map.entry(13, "its safety door is open; close it"),
          Map.entry(14, "a start-up line that is too long"),
          Map.entry(15, "a target beyond its travel; set $20=0"),
          Map.entry(16, "a jog that is none"),
          Map.entry(17, "laser mode needs PWM; set $32=0"),
          Map.entry(20, "a command that it does not know"),
          Map.entry(21, "two commands of one group"),
          Map.entry(22, "no feed rate"),
          Map.entry(23, "a command with a fraction"),
          Map.entry(24, "two commands that need axes"),
          Map.entry(25, "a word that is there twice"),
          Map.entry(26, "no axis"),
          Map.entry(27, "a line number out of range"),
          Map.entry(28, "a word that is missing"),
          Map.entry(29, "an unknown coordinate system"),
          Map.entry(30, "G53 without G0 or G1"),
          Map.entry(31, "axes that nothing uses"),
          Map.entry(32, "an arc without axes"),
          Map.entry(33, "a target that cannot be reached"),
          Map.entry(34, "an arc of that radius is not there"),
          Map.entry(35, "an arc without its offset"),
          Map.entry(36, "words that nothing uses"),
          Map.entry(37, "a tool length along another axis"),
          Map.entry(38, "a tool number that is too high"));

  private static final Map<Integer, String> ALARMS =
      Map.ofEntries(
          Map.entry(1, "a limit switch was hit; free it, or set $21=0 where none is connected"),
          Map.entry(2, "a target beyond the travel; set $20=0"),
          Map.entry(3, "it was reset while it moved"),
          Map.entry(4, "the probe was closed before"),
          Map.entry(5, "the probe did not touch"),
          Map.entry(6, "homing was reset; the toy has no switches to home at, set $22=0"),
          Map.entry(7, "the door was opened while homing; set $22=0"),
          Map.entry(8, "homing did not leave its switch; set $22=0"),
          Map.entry(9, "homing found no switch; set $22=0"),
          Map.entry(10, "its emergency stop is pressed; release it"),
          Map.entry(11, "it wants to be homed; set $22=0"),
          Map.entry(12, "a limit switch is closed; free it"),
          Map.entry(17, "a motor's driver reports a fault; let it cool, check its wires"));

  private static final String GARBLED =
      "; it was damaged on its way: a shorter or shielded cable helps";

  private GrblCodes() {}

  /** Why a line was refused. */
  static String error(int number) {
    String what = ERRORS.getOrDefault(number, "see the board's manual");
    boolean ours = number <= 2 || (number >= 20 && number <= 36);
    return "error %d (%s)%s".formatted(number, what, ours ? GARBLED : "");
  }

  static String alarm(int number) {
    return "alarm %d (%s)".formatted(number, ALARMS.getOrDefault(number, "see the board's manual"));
  }
}
