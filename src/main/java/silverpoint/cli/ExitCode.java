package silverpoint.cli;

/** What the process tells its caller. */
final class ExitCode {
  static final int OK = 0;
  static final int USAGE = 2;
  static final int NO_FACE = 3;
  static final int BAD_PICTURE = 4;
  static final int BAD_MODEL = 5;
  static final int CANNOT_WRITE = 6;
  static final int BAD_MACHINE = 7;

  /** The benchmark ran, but a load is not valid or somebody ended it. */
  static final int NOT_VALID = 10;

  /** A comparison or a golden check failed. */
  static final int WORSE = 9;

  /** EX_SOFTWARE of sysexits.h: a fault of ours. */
  static final int OUR_BUG = 70;

  private ExitCode() {}
}
