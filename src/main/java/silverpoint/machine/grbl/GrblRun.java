package silverpoint.machine.grbl;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import silverpoint.machine.grbl.GrblProgram.Segment;
import silverpoint.machine.motion.MotionSettings;
import silverpoint.machine.motion.StepPlan;
import silverpoint.machine.plotter.PlotterException;
import silverpoint.machine.plotter.RunOutcome;

/**
 * One plan on its way through a board. As many lines are sent as the board has room for. On a hold
 * no more are: the board comes to rest at the end of the last, on the path and at a step of the
 * plan, within a second or two. The board's own feed hold would rest between two lines, where
 * nobody knows in which order its axes have stepped, and with them the play.
 */
final class GrblRun {
  /** Answers after which the board is asked where it is: a few times a second. */
  private static final int ANSWERS_A_QUESTION = 8;

  /** A board may say that it is idle just before it begins with its last line. */
  private static final int SURE_IDLE = 6;

  /** Where a board may be beside a line of ours: it rounds each axis. */
  private static final double BESIDE_STEPS = 3;

  private final GrblController board;
  private final GrblAxes axes;
  private final List<Segment> segments;
  private final List<GrblAxes.Steps> ends;
  private final int from;
  private int sent;
  private int answered;
  private int passed;
  private int idle;
  private boolean isAtEnd;

  /**
   * @param ends where the board stands as it counts: at the beginning, and after each segment
   */
  GrblRun(GrblController board, List<Segment> segments, List<GrblAxes.Steps> ends, int from) {
    this.board = board;
    axes = board.axes();
    this.segments = segments;
    this.ends = ends;
    this.from = from;
  }

  /**
   * A plan for a board that waits, which takes over its coordinates and does not move.
   *
   * @param from how many events were made before
   */
  static GrblRun prepared(GrblController board, StepPlan plan, int from, MotionSettings motion) {
    board.requireIdle();
    board.command("G21G90G94");
    board.command("G92" + board.axes().words(plan.xAfter(from), plan.yAfter(from)));
    List<Segment> segments = GrblProgram.of(plan, from, board.axes(), motion);
    GrblAxes.Steps begins = board.axes().steps(board.status());
    List<GrblAxes.Steps> ends = new ArrayList<>(List.of(begins));
    for (Segment segment : segments) {
      int events = segment.eventsAfter();
      ends.add(
          new GrblAxes.Steps(
              begins.x() + plan.xAfter(events) - plan.xAfter(from),
              begins.y() + plan.yAfter(events) - plan.yAfter(from)));
    }
    return new GrblRun(board, segments, ends, from);
  }

  /**
   * Until the plan is done, held or stopped; throws where the board cannot be trusted any more.
   *
   * @param progress told how many events of the plan were made
   */
  RunOutcome run(BooleanSupplier holds, BooleanSupplier stops, IntConsumer progress) {
    int silentMs = 0;
    int answersSince = 0;
    while (!stops.getAsBoolean()) {
      int wanted = holds.getAsBoolean() ? sent : segments.size();
      while (sent < wanted
          && !stops.getAsBoolean()
          && board.link().hasRoomFor(segments.get(sent).line())) {
        board.link().send(segments.get(sent).line());
        sent++;
      }
      if (answered == wanted && isAtEnd) {
        progress.accept(events(wanted));
        return wanted == segments.size() ? RunOutcome.FINISHED : RunOutcome.HELD;
      }
      List<GrblReply> replies = board.link().read(GrblController.QUIET_MS);
      silentMs = replies.isEmpty() ? silentMs + GrblController.QUIET_MS : 0;
      if (silentMs >= GrblController.ANSWER_MS) {
        throw board.silent();
      }
      for (GrblReply reply : replies) {
        answersSince++;
        take(reply);
        progress.accept(events(passed));
      }
      if (replies.isEmpty() || answersSince >= ANSWERS_A_QUESTION) {
        answersSince = 0;
        board.link().realTime(GrblLink.STATUS);
      }
    }
    return RunOutcome.STOPPED;
  }

  private int events(int segmentsMade) {
    return segmentsMade == 0 ? from : segments.get(segmentsMade - 1).eventsAfter();
  }

  private void take(GrblReply reply) {
    board.note(reply);
    switch (reply) {
      case GrblReply.Ok _ -> {
        answered++;
        idle = 0;
        isAtEnd = false;
      }
      case GrblReply.Refused refused ->
          throw new PlotterException(
              "the board refuses a line of the drawing: " + GrblCodes.error(refused.number()));
      case GrblReply.Alarm alarm ->
          throw new PlotterException(
              "the board has locked itself in the drawing: " + GrblCodes.alarm(alarm.number()));
      case GrblReply.Welcome _ -> throw GrblController.restarted();
      case GrblReply.Status status -> look(status.status());
      case GrblReply.Setting _, GrblReply.Other _ -> {}
    }
  }

  private void look(GrblStatus status) {
    GrblAxes.Steps at = axes.steps(status);
    boolean rests = status.state() == GrblStatus.State.IDLE;
    if (!rests && status.state() != GrblStatus.State.RUN) {
      idle = 0;
      return;
    }
    pass(at);
    isAtEnd = rests && answered == sent && at.equals(ends.get(sent));
    idle = rests ? idle + 1 : 0;
    if (idle >= SURE_IDLE && !isAtEnd && sent > 0) {
      throw new PlotterException(
          answered < sent
              ? "lines of the drawing were lost on their way to the board: a shorter or shielded cable helps"
              : "the board stands at %d, %d steps, and should at %d, %d"
                  .formatted(at.x(), at.y(), ends.get(sent).x(), ends.get(sent).y()));
    }
  }

  /**
   * Follows the board along the lines that it has, to the first that it may be on, so that it is
   * never overtaken where they cross; beside all of them a line was damaged on its way.
   */
  private void pass(GrblAxes.Steps at) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = passed; i < sent; i++) {
      double beside = beside(at, ends.get(i), ends.get(i + 1));
      if (beside <= BESIDE_STEPS) {
        passed = i;
        return;
      }
      least = Math.min(least, beside);
    }
    if (sent > 0) {
      throw new PlotterException(
          "the board is %.0f steps beside the line: a line was damaged on its way; a shorter or shielded cable helps"
              .formatted(least));
    }
  }

  private static double beside(GrblAxes.Steps at, GrblAxes.Steps from, GrblAxes.Steps to) {
    double x = to.x() - from.x();
    double y = to.y() - from.y();
    double squared = x * x + y * y;
    double t =
        squared == 0
            ? 0
            : Math.clamp(((at.x() - from.x()) * x + (at.y() - from.y()) * y) / squared, 0.0, 1.0);
    return Math.hypot(at.x() - from.x() - t * x, at.y() - from.y() - t * y);
  }
}
