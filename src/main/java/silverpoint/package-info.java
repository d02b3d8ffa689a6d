/**
 * Silverpoint: a face becomes one line on an Etch-a-Sketch.
 *
 * <p>The flow, one line a stage, each product an immutable value that {@link silverpoint.Sketch}
 * keeps:
 *
 * <pre>
 *   camera    Frame       one picture
 *   face      Face        box and key points, px
 *   portrait  Portrait    upright crop, person mask, face mesh, px
 *   lineart   LineArt     soft ink and its lines, px
 *   stroke    Drawing     strokes on the page, mm
 *   route     Route       one continuous line: draw, connector and retrace legs, mm
 *   motion    MotionPlan  moves with start, cruise and end speed, mm and s
 *   motion    StepPlan    all motor steps with their times, steps and ns
 *   plotter   a machine, or the simulated toy, executes the steps
 * </pre>
 *
 * <p>In front of it, {@code subject} watches a live camera: who is next, what they could do better,
 * which frame shows them best.
 *
 * <p>{@link silverpoint.SketchPipeline} runs the flow up to the steps. The command line ({@code
 * cli}) composes it; {@code preview} shows any product as SVG or PNG; {@code config} reads machine
 * profiles; {@code gpio} owns the lines of real motors; {@code inference} runs the models of every
 * stage; {@code modelimport} makes four of them, an engineer's tool; {@code trace} reads line art
 * that somebody else made, which enters the flow as a Drawing; {@code hardship} makes photos hard,
 * to measure on; {@code benchmark} compares models, with {@code baseline} for classical methods,
 * {@code loadgen} for load, {@code statistics} for what times say, {@code accuracy} for what people
 * have annotated and {@code report} for the page; {@code web} serves the staff page, the visitor's
 * screen and the API, and {@code access} decides who may do what there.
 *
 * <p>{@code booth} is the kiosk as guests see it: a pure flow of states and events, and the one
 * loop that runs it; {@code crew} does what the booth asks for, with the real camera, pipeline and
 * machine; {@code history} remembers what happened.
 *
 * <p>Threads: one. Stages are called one after the other by whoever calls the pipeline; the neural
 * engine may use threads of its own for one call. Real motors have two more: one that makes the
 * steps, which allocates nothing while it does, and one that watches the switches; a third notes
 * the position on disk. A live camera has a watchdog and, for each time it is opened, a reader that
 * may hang in a driver and is never waited for; the subject watch looks at frames on one more. The
 * booth has one thread for its event loop; its crew has one for sketches, one for the machine and
 * one that looks after the camera, and one overwrites what was freed; the history writes on one.
 * The web server gives every request a virtual thread of its own, also the one that a page holds to
 * follow events, and each event hub has one more that publishes.
 */
@NullMarked
package silverpoint;

import org.jspecify.annotations.NullMarked;
