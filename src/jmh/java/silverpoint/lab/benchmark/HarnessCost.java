package silverpoint.lab.benchmark;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import silverpoint.foundation.image.RgbImage;
import silverpoint.lab.loadgen.Limits;
import silverpoint.lab.loadgen.LoadClock;
import silverpoint.lab.loadgen.LoadGenerator;
import silverpoint.lab.loadgen.Scenario;
import silverpoint.lab.loadgen.WarmUp;

/** What the benchmark itself costs a query, with a candidate that does nothing; reports included. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
public class HarnessCost {
  private static final int QUERIES = 10_000;

  private final Candidate nothing =
      new Candidate() {
        @Override
        public CandidateIdentity identity() {
          return new CandidateIdentity("nothing", "line-art", "classical", "Apache-2.0", "", "cpu");
        }

        @Override
        public Answer answer(RgbImage picture, StageClock stages) {
          stages.begin(ModelCandidate.INFER);
          return new Answer.Unjudged();
        }
      };
  private final List<RgbImage> pictures = List.of(new RgbImage(1, 1, new byte[3]));
  private final SpeedTest speed =
      new SpeedTest(
          LoadClock.system(),
          new LoadGenerator(LoadClock.system(), 1, () -> false),
          new Limits(QUERIES, 0, Long.MAX_VALUE),
          0,
          1);

  @Benchmark
  @OperationsPerInvocation(QUERIES)
  public Results.LoadResult query() {
    return speed.run(nothing, pictures, new Scenario.SingleStream(), new WarmUp(0, 0, true));
  }
}
