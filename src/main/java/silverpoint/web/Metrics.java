package silverpoint.web;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import silverpoint.booth.Booth;
import silverpoint.booth.BoothState;
import silverpoint.booth.FaultKind;
import silverpoint.booth.Outcome;
import silverpoint.booth.Phase;

/** The kiosk's meters in the text format of Prometheus, each with a description. */
final class Metrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();

  Metrics(Booth booth, Kiosk kiosk, EventHub hub) {
    new JvmMemoryMetrics().bindTo(registry);
    collections.bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    bindBooth(booth);
    bindFaults(booth);
    bindKiosk(kiosk, hub);
  }

  String text() {
    return registry.scrape();
  }

  /** Counts an answered request. */
  void answered(String route, int status) {
    Counter.builder("silverpoint.http.requests")
        .description("Requests answered, by route and class of status")
        .tag("route", route)
        .tag("status", status / 100 + "xx")
        .register(registry)
        .increment();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }

  private void bindBooth(Booth booth) {
    for (Outcome outcome : Outcome.values()) {
      FunctionCounter.builder(
              "silverpoint.sessions.ended", booth, b -> state(b).counters().ended(outcome))
          .description("Sessions that ended, by outcome, since the program began")
          .tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
    count("silverpoint.sessions.begun", "Sessions that began", booth, s -> s.counters().began());
    count("silverpoint.retakes", "Pictures taken again", booth, s -> s.counters().retakes());
    count("silverpoint.faults", "Faults noticed", booth, s -> s.counters().faults());
    gauge("silverpoint.queue.length", "Sketches that wait", booth, s -> s.queue().size());
    gauge("silverpoint.open", "Whether new guests are taken", booth, s -> s.open() ? 1 : 0);
    Gauge.builder(
            "silverpoint.drawing.progress",
            booth,
            b -> b.snapshot().progress().map(progress -> progress.share()).orElse(0.0))
        .description("Share of the planned motion that is done, 0 to 1")
        .register(registry);
    for (Phase phase : Phase.values()) {
      Gauge.builder("silverpoint.phase", booth, b -> state(b).phase() == phase ? 1 : 0)
          .description("1 for what the booth does at the moment")
          .tag("phase", phase.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private void bindFaults(Booth booth) {
    for (FaultKind kind : FaultKind.values()) {
      Gauge.builder("silverpoint.fault", booth, b -> hasFault(state(b), kind) ? 1 : 0)
          .description("1 while there is a fault of the kind")
          .tag("kind", kind.name().toLowerCase(Locale.ROOT))
          .register(registry);
    }
  }

  private void bindKiosk(Kiosk kiosk, EventHub hub) {
    Gauge.builder("silverpoint.camera.frame.rate", kiosk, k -> k.camera().framesPerS())
        .description("Pictures of the camera per second")
        .register(registry);
    Gauge.builder("silverpoint.event.clients", hub, EventHub::clients)
        .description("Pages that follow the booth")
        .register(registry);
    for (Kiosk.ModelView model : kiosk.models()) {
      for (double quantile : new double[] {0.5, 0.95, 0.99}) {
        Gauge.builder("silverpoint.model.latency", kiosk, k -> latencyS(k, model.name(), quantile))
            .description("Time that a use of the model took lately")
            .baseUnit("seconds")
            .tag("model", model.name())
            .tag("quantile", Double.toString(quantile))
            .register(registry);
      }
    }
    for (double quantile : new double[] {0.5, 0.99, 0.999}) {
      Gauge.builder("silverpoint.step.lateness", kiosk, k -> latenessS(k, quantile))
          .description("How late motor steps came, upper bounds")
          .baseUnit("seconds")
          .tag("quantile", Double.toString(quantile))
          .register(registry);
    }
  }

  private Meter count(
      String name, String description, Booth booth, ToDoubleFunction<BoothState> value) {
    return FunctionCounter.builder(name, booth, b -> value.applyAsDouble(state(b)))
        .description(description)
        .register(registry);
  }

  private Meter gauge(
      String name, String description, Booth booth, ToDoubleFunction<BoothState> value) {
    return Gauge.builder(name, booth, b -> value.applyAsDouble(state(b)))
        .description(description)
        .register(registry);
  }

  private static BoothState state(Booth booth) {
    return booth.snapshot().state();
  }

  private static boolean hasFault(BoothState state, FaultKind kind) {
    return state.faults().containsKey(kind)
        || state.machineFault().filter(fault -> fault.kind() == kind).isPresent();
  }

  private static double latencyS(Kiosk kiosk, String name, double quantile) {
    return kiosk.models().stream()
        .filter(model -> model.name().equals(name))
        .mapToDouble(model ->
            quantile == 0.5 ? model.p50Ms() : quantile == 0.95 ? model.p95Ms() : model.p99Ms())
        .map(ms -> ms / 1000)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double latenessS(Kiosk kiosk, double quantile) {
    return kiosk
        .lateness()
        .map(late ->
            quantile == 0.5 ? late.p50Us() : quantile == 0.99 ? late.p99Us() : late.p999Us())
        .map(us -> us / 1e6)
        .orElse(Double.NaN);
  }
}
