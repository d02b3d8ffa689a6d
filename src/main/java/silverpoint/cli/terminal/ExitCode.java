package silverpoint.cli.terminal;

import java.util.Map;
import java.util.TreeMap;

/** What the process tells its caller. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int USAGE = 2;
  public static final int NO_FACE = 3;

  /** A file that should be read is missing, or not what it should be. */
  public static final int BAD_PICTURE = 4;

  public static final int BAD_MODEL = 5;
  public static final int CANNOT_WRITE = 6;
  public static final int BAD_MACHINE = 7;

  /** A comparison or a golden check failed. */
  public static final int WORSE = 9;

  /** The benchmark ran, but a load is not valid or somebody ended it. */
  public static final int NOT_VALID = 10;

  /** The doctor found something that is broken. */
  public static final int BROKEN = 11;

  /** EX_UNAVAILABLE of sysexits.h: this computer cannot run models. */
  public static final int UNFIT = 69;

  /** EX_SOFTWARE of sysexits.h: a fault of ours. */
  public static final int OUR_BUG = 70;

  /** All of them in words, for whoever asks for help. */
  public static final Map<Integer, String> MEANINGS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry(OK, "done"),
              Map.entry(USAGE, "usage or settings"),
              Map.entry(NO_FACE, "no face found or none that anybody would know"),
              Map.entry(BAD_PICTURE, "not a readable picture, drawing or table"),
              Map.entry(BAD_MODEL, "model missing or damaged"),
              Map.entry(CANNOT_WRITE, "cannot write"),
              Map.entry(BAD_MACHINE, "the machine fails or was stopped"),
              Map.entry(WORSE, "worse than the baseline"),
              Map.entry(NOT_VALID, "a load is not valid"),
              Map.entry(BROKEN, "the doctor finds something broken"),
              Map.entry(UNFIT, "this computer cannot run the models"),
              Map.entry(OUR_BUG, "our bug, or too little memory")));

  private ExitCode() {}
}
