package silverpoint.kiosk.booth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import silverpoint.kiosk.booth.BoothSnapshot.Progress;
import silverpoint.kiosk.booth.BoothSnapshot.Source;
import silverpoint.kiosk.booth.BoothSnapshot.Told;
import silverpoint.kiosk.booth.BoothSnapshot.Trouble;
import silverpoint.kiosk.booth.BoothSnapshot.Waiting;

/** Composes snapshots. */
final class Snapshots {
  /** One command of each kind that pages have a button for. */
  private static final List<BoothCommand> BUTTONS =
      List.of(
          new BoothCommand.Press(),
          new BoothCommand.Agree(false),
          new BoothCommand.Decline(),
          new BoothCommand.Accept(),
          new BoothCommand.Retake(),
          new BoothCommand.Rate(true),
          new BoothCommand.StartNow(),
          new BoothCommand.Pause(),
          new BoothCommand.Resume(),
          new BoothCommand.Skip(),
          new BoothCommand.Cancel(),
          new BoothCommand.Redraw(),
          new BoothCommand.ConfirmErased(),
          new BoothCommand.Close(),
          new BoothCommand.Open(),
          new BoothCommand.Reset(),
          new BoothCommand.MotorsOff(),
          new BoothCommand.ChooseCamera(""),
          new BoothCommand.Jog(0, 0),
          new BoothCommand.DeclareHome(),
          new BoothCommand.TestPattern(),
          new BoothCommand.Calibrate(),
          new BoothCommand.EndCalibration());

  private final BoothTransitions transitions;
  private final BoothClock clock;
  private final Crew crew;

  Snapshots(BoothTransitions transitions, BoothClock clock, Crew crew) {
    this.transitions = transitions;
    this.clock = clock;
    this.crew = crew;
  }

  BoothSnapshot of(BoothState state, long number) {
    long nowMs = clock.nowMs().getAsLong();
    Optional<Progress> progress = progress(state, nowMs);
    boolean guest = !(state.visitor() instanceof VisitorState.Attract);
    return new BoothSnapshot(
        number,
        state,
        state.phase(),
        clock.at(nowMs),
        clock.at(guest ? state.visitor().sinceMs() : state.machine().sinceMs()),
        crew.hint(),
        progress,
        queue(state, progress, nowMs),
        told(state, progress),
        faults(state),
        refused(state));
  }

  private Optional<Progress> progress(BoothState state, long nowMs) {
    return switch (state.machine()) {
      case MachineState.Drawing(_, Job job) -> Optional.of(progress(state, job, nowMs, nowMs));
      case MachineState.Pausing(_, Job job) -> Optional.of(progress(state, job, nowMs, nowMs));
      case MachineState.Paused(long since, Job job) ->
          Optional.of(progress(state, job, since, nowMs));
      default -> Optional.empty();
    };
  }

  private Progress progress(BoothState state, Job job, long drawnUntilMs, long nowMs) {
    double factor = state.pace().drawFactor();
    double plannedS = job.ticket().drawTimeS();
    double elapsedS = (drawnUntilMs - job.startedMs() - job.pausedMs()) / 1000.0;
    OptionalDouble drawnS = crew.drawnS();
    double doneS = Math.clamp(drawnS.orElse(elapsedS / factor), 0, plannedS);
    double leftS = (plannedS - doneS) * factor;
    return new Progress(
        job.ticket().number(),
        plannedS == 0 ? 1 : doneS / plannedS,
        elapsedS,
        leftS,
        clock.at(nowMs + Change.ms(leftS)),
        factor == 1 ? Source.PLANNED_MOTION : Source.LEARNED_PACE);
  }

  private List<Waiting> queue(BoothState state, Optional<Progress> progress, long nowMs) {
    List<Long> endsMs =
        transitions
            .forecast(state, nowMs)
            .endsMs(progress.stream().mapToDouble(Progress::leftS).findFirst());
    List<Waiting> waiting = new ArrayList<>();
    for (int i = 0; i < endsMs.size(); i++) {
      Ticket ticket = state.queue().get(i);
      waiting.add(
          new Waiting(
              ticket.number(),
              ticket.taken().style(),
              ticket.drawTimeS(),
              clock.at(ticket.promise().firstMs()),
              clock.at(endsMs.get(i))));
    }
    return waiting;
  }

  private List<Told> told(BoothState state, Optional<Progress> progress) {
    return Stream.concat(
            progress.stream().flatMap(_ -> state.machine().ticket().stream()),
            state.queue().stream())
        .map(ticket ->
            new Told(
                ticket.number(),
                clock.at(ticket.promise().firstMs()),
                clock.at(ticket.promise().latestMs())))
        .toList();
  }

  private List<Trouble> faults(BoothState state) {
    List<Fault> faults = new ArrayList<>();
    state.machineFault().ifPresent(faults::add);
    Optional<FaultKind> ofMachine = state.machineFault().map(Fault::kind);
    state.faults().values().stream()
        .filter(fault -> ofMachine.filter(fault.kind()::equals).isEmpty())
        .sorted((a, b) -> Boolean.compare(b.kind().stopsVisitors(), a.kind().stopsVisitors()))
        .forEach(faults::add);
    return faults.stream()
        .map(fault ->
            new Trouble(
                fault.kind(),
                fault.message(),
                fault.kind().cure(),
                clock.at(fault.sinceMs()),
                fault.attempts()))
        .toList();
  }

  private Map<String, Refusal> refused(BoothState state) {
    Map<String, Refusal> refused = new LinkedHashMap<>();
    for (BoothCommand command : BUTTONS) {
      transitions.refusal(state, command).ifPresent(why -> refused.put(command.key(), why));
    }
    return refused;
  }
}
