package silverpoint.kiosk.web.operations;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.Fault;
import silverpoint.kiosk.booth.FaultKind;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.doctor.Diagnosis;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.EventHub;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.OpenApi;
import silverpoint.kiosk.web.ServiceState;
import tools.jackson.databind.JsonNode;

/** What machines and engineers ask: alive, ready, how the parts do, meters, the audit log. */
public final class ServiceApi {
  private static final int AUDIT_LINES = 200;
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Booth booth;
  private final Kiosk kiosk;
  private final HostHealth host;
  private final Metrics metrics;
  private final AuditLog audit;
  private final LogTail log;
  private final Supplier<Diagnosis> doctor;

  /**
   * How the parts of the kiosk do.
   *
   * @param lateness null without motors
   * @param auditIsKept false when the audit log cannot be written
   */
  @WireName("ServiceApiHealthView")
  record HealthView(
      HostHealth.View host,
      Kiosk.CameraView camera,
      List<Kiosk.ModelView> models,
      Optional<Kiosk.LatenessView> lateness,
      List<HostNetwork.View> network,
      int eventClients,
      boolean auditIsKept) {}

  /**
   * The last lines of the audit log.
   *
   * @param firstForgedLine number of the first line of all files kept that is not what was written;
   *     null when all are
   */
  @WireName("ServiceApiAuditView")
  record AuditView(List<String> lines, Optional<Integer> firstForgedLine) {}

  /** The last lines of the program's log, oldest first. */
  @WireName("ServiceApiLogView")
  record LogView(List<String> lines) {}

  /**
   * @param doctor looks at the computer when somebody asks
   */
  public ServiceApi(
      Booth booth,
      Kiosk kiosk,
      HostHealth host,
      Metrics metrics,
      AuditLog audit,
      LogTail log,
      Supplier<Diagnosis> doctor) {
    this.booth = booth;
    this.kiosk = kiosk;
    this.host = host;
    this.metrics = metrics;
    this.audit = audit;
    this.log = log;
    this.doctor = doctor;
  }

  public List<Endpoint> endpoints(EventHub hub) {
    return List.of(
        Endpoint.get(
            "/healthz",
            Role.ANYONE,
            "The booth takes its turns; 503 when not.",
            ServiceState.Alive.class,
            _ -> alive()),
        Endpoint.get(
            "/readyz",
            Role.ANYONE,
            "Guests can be served; 503 when not.",
            ServiceState.Ready.class,
            _ -> ready()),
        Endpoint.document(
            "/metrics",
            Role.VISITOR,
            "Meters for Prometheus.",
            PROMETHEUS,
            _ -> new Endpoint.Content(PROMETHEUS, metrics.text().getBytes(StandardCharsets.UTF_8))),
        Endpoint.get(
            "/api/v1/health",
            Role.VIEWER,
            "How the parts of the kiosk do.",
            HealthView.class,
            _ -> health(hub)),
        Endpoint.get(
            "/api/v1/log",
            Role.ENGINEER,
            "The end of the program's log; no pictures, no secrets.",
            LogView.class,
            _ -> new LogView(log.lines())),
        Endpoint.get(
            "/api/v1/doctor",
            Role.ENGINEER,
            "What is right and wrong with the computer, with cures.",
            Diagnosis.class,
            _ -> doctor.get()),
        Endpoint.get(
            "/api/v1/audit", Role.ADMIN, "Who did what.", AuditView.class, _ -> auditView()));
  }

  /** The document that describes the endpoints, itself included. */
  public static Endpoint openApi(Supplier<List<Endpoint>> all) {
    return Endpoint.get(
        "/api/v1/openapi.json",
        Role.VISITOR,
        "This document.",
        JsonNode.class,
        _ -> OpenApi.document(all.get()));
  }

  private Endpoint.Content alive() {
    Optional<String> silence = booth.silence();
    return new ServiceState.Alive(silence.isEmpty(), silence).answer();
  }

  private Endpoint.Content ready() {
    Optional<FaultKind> fault =
        booth
            .silence()
            .map(_ -> FaultKind.PROGRAM)
            .or(() -> booth.snapshot().state().hindrance().map(Fault::kind));
    List<String> faults = fault.stream().map(FaultKind::name).toList();
    return new ServiceState.Ready(faults.isEmpty(), faults).answer();
  }

  public HealthView health(EventHub hub) {
    return new HealthView(
        host.look(),
        kiosk.camera(),
        kiosk.models(),
        kiosk.lateness(),
        host.network(),
        hub.clients(),
        audit.isWritable());
  }

  private AuditView auditView() {
    var forged = audit.firstForgedLine();
    return new AuditView(
        audit.tail(AUDIT_LINES),
        forged.isPresent() ? Optional.of(forged.getAsInt()) : Optional.empty());
  }
}
