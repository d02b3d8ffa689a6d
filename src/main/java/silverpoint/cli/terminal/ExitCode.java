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

  /** EX_SOFTWARE of sysexits.h: a fault of ours. */
  public static final int OUR_BUG = 70;

  /** All of them in words, for whoever asks for help. */
  public static final Map<Integer, String> MEANINGS =
      new TreeMap<>(
          Map.of(
              OK, "done",
              USAGE, "usage or settings",
              NO_FACE, "no face found or none that anybody would know",
              BAD_PICTURE, "not a readable picture, drawing or table",
              BAD_MODEL, "model missing or damaged",
              CANNOT_WRITE, "cannot write",
              BAD_MACHINE, "the machine fails or was stopped",
              WORSE, "worse than the baseline",
              NOT_VALID, "a load is not valid",
              OUR_BUG, "our bug, or too little memory"));

  private ExitCode() {}
}
