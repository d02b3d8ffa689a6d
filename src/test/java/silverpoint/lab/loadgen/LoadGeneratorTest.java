package silverpoint.lab.loadgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import silverpoint.foundation.statistics.Distribution;

/** A responder of known service times on a clock that only it moves. */
class LoadGeneratorTest {
  private static final long MS = 1_000_000;

  private static final class VirtualClock implements LoadClock {
    private long nowNs;

    @Override
    public long nowNs() {
      return nowNs;
    }

    @Override
    public void waitUntilNs(long timeNs) {
      nowNs = Math.max(nowNs, timeNs);
    }
  }

  private final VirtualClock clock = new VirtualClock();
  private final LoadGenerator generator = new LoadGenerator(clock, 7, () -> false);

  @Test
  void singleStreamFindsTheQuantilesOfUniformServiceTimes() {
    Random random = new Random(1);
    LoadLog log =
        generator.run(
            new Scenario.SingleStream(),
            new Limits(20_000, 0, Long.MAX_VALUE),
            query -> clock.nowNs += (long) ((10 + 10 * random.nextDouble()) * MS));
    Distribution latencies = Distribution.of(log.latenciesNs());
    assertThat(latencies.median() / MS).isCloseTo(15, within(0.2));
    assertThat(latencies.quantile(0.99).getAsDouble() / MS).isCloseTo(19.9, within(0.05));
    assertThat(log.samplesPerS()).isCloseTo(1000 / 15.0, within(1.0));
  }

  @Test
  void serverWaitsAreThoseOfTheQueueThatTheoryKnows() {
    // Poisson arrivals, constant service: mean wait = service * load / (2 (1 - load))
    long serviceNs = 10 * MS;
    LoadLog log =
        generator.run(
            new Scenario.Server(50, 100 * MS, 1),
            new Limits(200_000, 0, Long.MAX_VALUE),
            query -> clock.nowNs += serviceNs);
    double meanMs = Distribution.of(log.latenciesNs()).mean() / MS;
    assertThat(meanMs).isCloseTo(10 + 10 * 0.5 / (2 * 0.5), within(0.3));
  }

  @Test
  void serverCountsTheWaitBehindOneSlowAnswer() {
    LoadLog log =
        generator.run(
            new Scenario.Server(100, 100 * MS, 1),
            new Limits(1000, 0, Long.MAX_VALUE),
            query -> clock.nowNs += query == 100 ? 2000 * MS : MS);
    long late = Arrays.stream(log.latenciesNs()).filter(latency -> latency > 100 * MS).count();
    assertThat(late).as("about 200 queries arrive in two seconds").isBetween(150L, 250L);
  }

  @Test
  void sameSeedSameArrivals() {
    assertThat(server(7).latenciesNs()).isEqualTo(server(7).latenciesNs());
    assertThat(server(7).latenciesNs()).isNotEqualTo(server(8).latenciesNs());
  }

  private static LoadLog server(long seed) {
    VirtualClock own = new VirtualClock();
    return new LoadGenerator(own, seed, () -> false)
        .run(
            new Scenario.Server(50, 100 * MS, 1),
            new Limits(500, 0, Long.MAX_VALUE),
            query -> own.nowNs += 15 * MS);
  }

  @Test
  void offlineLatencyCountsFromTheStart() {
    LoadLog log =
        generator.run(
            new Scenario.Offline(1), new Limits(10, 0, Long.MAX_VALUE), q -> clock.nowNs += MS);
    assertThat(log.latenciesNs()).endsWith(10.0 * MS);
    assertThat(log.samplesPerS()).isEqualTo(1000);
  }

  @Test
  void loadLastsUntilCountAndTimeAreReached() {
    LoadLog byTime =
        generator.run(
            new Scenario.SingleStream(),
            new Limits(5, 100 * MS, 1000 * MS),
            q -> clock.nowNs += MS);
    assertThat(byTime.queries()).isEqualTo(100);
    LoadLog byCount =
        generator.run(
            new Scenario.SingleStream(), new Limits(50, MS, 1000 * MS), q -> clock.nowNs += MS);
    assertThat(byCount.queries()).isEqualTo(50);
    LoadLog cutOff =
        generator.run(
            new Scenario.SingleStream(), new Limits(50, MS, 20 * MS), q -> clock.nowNs += MS);
    assertThat(cutOff.complete()).isFalse();
  }

  @Test
  void unquietLatenciesAreInvalid() {
    Random random = new Random(3);
    assertThat(validity(() -> (long) (10 * MS * (1 + random.nextDouble()))).reasons())
        .anyMatch(reason -> reason.contains("not quiet"));
    assertThat(validity(() -> 10 * MS).valid()).isTrue();
  }

  private Validity validity(LongSupplier serviceNs) {
    LoadLog log =
        generator.run(
            new Scenario.SingleStream(),
            new Limits(500, 0, Long.MAX_VALUE),
            query -> clock.nowNs += serviceNs.getAsLong());
    return Validity.of(log, new WarmUp(1, 5, true));
  }

  @Test
  void warmUpEndsWhenAnswersComeAtAnEvenPace() {
    WarmUp warmUp =
        WarmUp.run(
            clock,
            10_000 * MS,
            query -> clock.nowNs += query < 12 ? (200 - 15 * query) * MS : 10 * MS);
    assertThat(warmUp.firstNs()).isEqualTo(200 * MS);
    assertThat(warmUp.stable()).isTrue();
    assertThat(warmUp.queries()).isBetween(15, 25);
    assertThat(WarmUp.run(clock, 500 * MS, query -> clock.nowNs += (1L << query) * MS).stable())
        .isFalse();
  }
}
