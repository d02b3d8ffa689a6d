package silverpoint.machine.motion;

/** A piece of the motion plan; blocks run one after the other without a gap in time. */
public sealed interface Block permits Move, TakeUp {
  double durationS();
}
