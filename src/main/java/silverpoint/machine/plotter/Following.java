package silverpoint.machine.plotter;

import silverpoint.machine.motion.StepPlan;

/**
 * The position of a machine that follows a plan.
 *
 * @param before the position before
 * @param from how many events of the plan were made before
 * @param known whether the stylus follows the plan, which it does not when knobs are only turned
 * @param job fingerprint of the plan, 0 when knobs are only turned
 */
record Following(MachinePosition before, StepPlan plan, int from, boolean known, long job) {
  MachinePosition at(int events, MachinePosition.State state) {
    int x = plan.xAfter(events) - plan.xAfter(from);
    int y = plan.yAfter(events) - plan.yAfter(from);
    return new MachinePosition(
        state,
        before.xMotorSteps() + x,
        before.yMotorSteps() + y,
        known ? plan.backlashAfter(events) : before.backlash(),
        before.xTurned() + x,
        before.yTurned() + y,
        job,
        events);
  }
}
