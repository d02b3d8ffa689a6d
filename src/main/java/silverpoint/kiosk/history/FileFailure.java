package silverpoint.kiosk.history;

import java.sql.SQLException;

/** What a failure of SQLite asks for; by its result codes, https://sqlite.org/rescode.html. */
enum FileFailure {
  /** May pass by itself or with somebody's help: try again. */
  PASSING,
  /** The file is no history any more: put it aside. */
  DAMAGE,
  /** What was asked for is wrong, and stays so. */
  MISTAKE;

  /** SQLite's code for a file that is no database. */
  static final int NOT_A_DATABASE = 26;

  /** SQLite's code for a file that another connection holds. */
  static final int BUSY = 5;

  /** SQLite's code for rows that the schema does not allow. */
  static final int CONSTRAINT = 19;

  static FileFailure of(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case 11, 24, NOT_A_DATABASE -> DAMAGE;
      case 1, 2, 12, 18, CONSTRAINT, 20, 21, 25 -> MISTAKE;
      default -> PASSING;
    };
  }

  /** The failure in words for staff, one line. */
  static String words(SQLException failure) {
    return switch (failure.getErrorCode()) {
      case BUSY, 6 -> "another program holds the file";
      case 8 -> "the file cannot be written to";
      case 10 -> "the disk fails to read or write, or is full";
      case 11, 24, NOT_A_DATABASE -> "the file is damaged";
      case 13 -> "the disk is full";
      case 14 -> "the file cannot be opened";
      default -> String.valueOf(failure.getMessage()).lines().findFirst().orElse("").strip();
    };
  }
}
