package silverpoint.machine.grbl;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import silverpoint.machine.linux.SerialLine;

/**
 * Lines to a board and its replies. The board keeps what it has not read in 128 bytes and answers
 * every line once, so that what is free there follows from what is unanswered (GRBL's
 * character-counting protocol). One thread sends and reads; real-time commands, which the board
 * takes out of the stream, may come from any.
 */
final class GrblLink implements AutoCloseable {
  static final byte RESET = 0x18;
  static final byte STATUS = '?';
  static final byte HOLD = '!';

  /** One less than the buffer, and room for a real-time command that is not yet taken out. */
  private static final int BUFFER_BYTES = 120;

  private static final int LONGEST_REPLY = 1000;

  private final SerialLine line;
  private final Deque<Integer> unanswered = new ArrayDeque<>();
  private final StringBuilder partial = new StringBuilder();
  private int unansweredBytes;

  GrblLink(SerialLine line) {
    this.line = line;
  }

  boolean hasRoomFor(String text) {
    return unansweredBytes + text.length() + 1 <= BUFFER_BYTES;
  }

  void send(String text) {
    unanswered.add(text.length() + 1);
    unansweredBytes += text.length() + 1;
    line.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  void realTime(byte command) {
    line.write(new byte[] {command});
  }

  /** The replies that have come, or none after the timeout. */
  List<GrblReply> read(int timeoutMs) {
    List<GrblReply> replies = new ArrayList<>();
    for (byte letter : line.read(timeoutMs)) {
      if (letter == '\n' || letter == '\r') {
        if (!partial.isEmpty()) {
          replies.add(reply(partial.toString()));
          partial.setLength(0);
        }
      } else if (partial.length() < LONGEST_REPLY) {
        partial.append((char) (letter & 0xff));
      }
    }
    return replies;
  }

  private GrblReply reply(String text) {
    GrblReply reply = GrblReply.parse(text.strip());
    switch (reply) {
      case GrblReply.Ok _, GrblReply.Refused _ -> {
        Integer length = unanswered.poll();
        unansweredBytes -= length == null ? 0 : length;
      }
      case GrblReply.Welcome _ -> {
        // it has forgotten what it had
        unanswered.clear();
        unansweredBytes = 0;
      }
      case GrblReply.Alarm _, GrblReply.Status _, GrblReply.Setting _, GrblReply.Other _ -> {}
    }
    return reply;
  }

  @Override
  public void close() {
    line.close();
  }
}
