package silverpoint.kiosk.takehome;

import java.util.List;
import java.util.Optional;

/** What a receipt printer says of itself, by its answers to DLE EOT. */
enum PrinterState {
  READY(""),
  /** It prints, but not for long. */
  PAPER_LOW(""),
  PAPER_OUT("the receipt printer has no paper: put in a new roll"),
  COVER_OPEN("the cover of the receipt printer is open: close it"),
  FAILS(
      "the receipt printer reports an error: look at its knife for paper, then switch it off and on"),
  OFFLINE("the receipt printer is off line: press its feed or on-line button");

  /** The questions, in the order of the answers. */
  static final List<Integer> QUESTIONS = List.of(1, 2, 3, 4);

  private final String trouble;

  PrinterState(String trouble) {
    this.trouble = trouble;
  }

  /** What hinders it and what helps; empty when it prints. */
  Optional<String> trouble() {
    return Optional.of(trouble).filter(text -> !text.isEmpty());
  }

  /** The bytes of a question; printers answer it by one byte, also when they cannot print. */
  static byte[] question(int number) {
    return new byte[] {0x10, 0x04, (byte) number};
  }

  /** Whether a byte can be an answer: four of its bits are the same in all of them. */
  static boolean isAnswer(int answer) {
    return (answer & 0x93) == 0x12;
  }

  /**
   * @param answers to all questions
   */
  static PrinterState of(List<Integer> answers) {
    int printer = answers.get(0);
    int cause = answers.get(1);
    int error = answers.get(2);
    int paper = answers.get(3);
    if ((paper & 0x60) != 0 || (cause & 0x20) != 0) {
      return PAPER_OUT;
    }
    if ((cause & 0x04) != 0) {
      return COVER_OPEN;
    }
    if ((cause & 0x40) != 0 || (error & 0x68) != 0) {
      return FAILS;
    }
    if ((printer & 0x08) != 0) {
      return OFFLINE;
    }
    return (paper & 0x0c) != 0 ? PAPER_LOW : READY;
  }
}
