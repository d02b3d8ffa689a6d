package silverpoint.kiosk.web.octoprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.BoothSnapshot;
import silverpoint.kiosk.booth.MachineState;
import silverpoint.kiosk.web.Call;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.RequestRefused;
import silverpoint.kiosk.web.staff.CommandApi;
import tools.jackson.databind.JsonNode;

/**
 * The part of OctoPrint's REST API by which its clients and dashboards watch a job and pause,
 * resume or cancel it, with an API key in X-Api-Key. A job command that does not fit is answered
 * 409, one that is taken 204, as OctoPrint does.
 */
public final class OctoPrintApi {
  private static final String API = "0.1";
  private static final String SERVER = "1.10.0";

  private static final OctoPrint.Connection.Profile MACHINE =
      new OctoPrint.Connection.Profile("silverpoint", "Silverpoint");

  private final Booth booth;
  private final AuditLog audit;

  public OctoPrintApi(Booth booth, AuditLog audit) {
    this.booth = booth;
    this.audit = audit;
  }

  public List<Endpoint> endpoints() {
    return List.of(
        get(
            "version",
            "OctoPrint: version.",
            OctoPrint.Version.class,
            new OctoPrint.Version(API, SERVER, "Silverpoint (OctoPrint " + SERVER + ")")),
        get(
            "server",
            "OctoPrint: server.",
            OctoPrint.Server.class,
            new OctoPrint.Server(SERVER, Optional.empty())),
        get(
            "settings",
            "OctoPrint: settings.",
            OctoPrint.Settings.class,
            new OctoPrint.Settings(Map.of("name", "Silverpoint"))),
        Endpoint.post(
            "/api/login",
            new Endpoint.Access.From(Role.VIEWER),
            "OctoPrint: who the key is; the body says nothing that matters.",
            OctoPrint.Login.class,
            call -> OctoPrint.Login.of(call.identity())),
        Endpoint.get(
            "/api/currentuser",
            Role.VIEWER,
            "OctoPrint: who the key is.",
            OctoPrint.Person.class,
            call -> person(OctoPrint.Login.of(call.identity()))),
        get(
            "printerprofiles",
            "OctoPrint: the one machine.",
            OctoPrint.Profiles.class,
            new OctoPrint.Profiles(Map.of(MACHINE.id(), MACHINE))),
        get(
            "files",
            "OctoPrint: no files; portraits are not kept.",
            OctoPrint.Files.class,
            new OctoPrint.Files(List.of(), 0)),
        get(
            "files/local",
            "OctoPrint: no files; portraits are not kept.",
            OctoPrint.Files.class,
            new OctoPrint.Files(List.of(), 0)),
        Endpoint.get(
            "/api/connection",
            Role.VIEWER,
            "OctoPrint: connection.",
            OctoPrint.Connection.class,
            _ -> connection()),
        Endpoint.get(
            "/api/job", Role.VIEWER, "OctoPrint: the job.", OctoPrint.Job.class, _ -> job()),
        Endpoint.get(
            "/api/printer",
            Role.VIEWER,
            "OctoPrint: the printer.",
            OctoPrint.Printer.class,
            _ -> printer()),
        Endpoint.post(
                "/api/job",
                new Endpoint.Access.From(Role.OPERATOR),
                "OctoPrint: pause, resume, cancel; 409 when that does not fit.",
                CommandApi.Accepted.class,
                this::command)
            .taking(OctoPrint.JobCommand.class),
        Endpoint.post(
                "/api/printer/command",
                new Endpoint.Access.Stopping(),
                "OctoPrint: M112 is the emergency stop; other G-code is refused.",
                CommandApi.Accepted.class,
                this::code)
            .taking(OctoPrint.Code.class));
  }

  private static Endpoint get(String name, String summary, Class<?> type, Object answer) {
    return Endpoint.get("/api/" + name, Role.VIEWER, summary, type, _ -> answer);
  }

  private static OctoPrint.Person person(OctoPrint.Login login) {
    return new OctoPrint.Person(login.name(), login.groups(), List.of());
  }

  private OctoPrint.Connection connection() {
    return new OctoPrint.Connection(
        new OctoPrint.Connection.Current(text(), "silverpoint", 0, "silverpoint"),
        new OctoPrint.Connection.Options(List.of("silverpoint"), List.of(), List.of(MACHINE)));
  }

  private OctoPrint.Job job() {
    BoothSnapshot snapshot = booth.snapshot();
    Optional<BoothSnapshot.Progress> progress = snapshot.progress();
    return new OctoPrint.Job(
        new OctoPrint.Job.JobFacts(
            OctoPrint.Job.JobFile.of(
                snapshot.state().machine().ticket().map(ticket -> "portrait-" + ticket.number())),
            snapshot.state().machine().ticket().map(ticket -> ticket.drawTimeS()),
            Optional.empty()),
        new OctoPrint.Job.JobProgress(
            progress.map(now -> 100 * now.share()),
            Optional.empty(),
            progress.map(now -> (int) now.elapsedS()),
            progress.map(now -> (int) now.leftS()),
            progress.map(_ -> "estimate")),
        text(),
        snapshot.state().machineFault().map(fault -> fault.kind().name()));
  }

  private OctoPrint.Printer printer() {
    MachineState machine = booth.snapshot().state().machine();
    boolean error = booth.snapshot().state().machineFault().isPresent();
    return new OctoPrint.Printer(
        Map.of(),
        new OctoPrint.Printer.State(
            text(),
            new OctoPrint.Printer.Flags(
                !error,
                machine instanceof MachineState.Paused,
                machine instanceof MachineState.Drawing,
                machine instanceof MachineState.Pausing,
                machine instanceof MachineState.Stopping,
                false,
                error,
                machine instanceof MachineState.Ready,
                error)));
  }

  private String text() {
    return switch (booth.snapshot().state().machine()) {
      case MachineState.Drawing _ -> "Printing";
      case MachineState.Pausing _ -> "Pausing";
      case MachineState.Paused _ -> "Paused";
      case MachineState.Stopping _ -> "Cancelling";
      case MachineState.Done _, MachineState.Parking _, MachineState.Erase _ -> "Finishing";
      case MachineState.Ready _, MachineState.Servicing _ -> "Operational";
      case MachineState.Faulted _, MachineState.Recovering _, MachineState.OutOfService _ ->
          "Error";
    };
  }

  private Object command(Call call) {
    // clients send more than they need to, and leave out what has a default
    JsonNode body = call.body(JsonNode.class);
    OctoPrint.JobCommand asked =
        new OctoPrint.JobCommand(
            body.path("command").asString(""),
            Optional.ofNullable(body.path("action").asString(null)));
    boolean paused = booth.snapshot().state().machine() instanceof MachineState.Paused;
    BoothCommand command =
        switch (asked.command()) {
          case "cancel" -> new BoothCommand.Cancel();
          case "restart" -> new BoothCommand.Redraw();
          case "start" -> new BoothCommand.StartNow();
          case "pause" ->
              switch (asked.action().orElse("toggle")) {
                case "pause" -> new BoothCommand.Pause();
                case "resume" -> new BoothCommand.Resume();
                case "toggle" -> paused ? new BoothCommand.Resume() : new BoothCommand.Pause();
                default -> throw new RequestRefused(400, "action is pause, resume or toggle");
              };
          default -> throw new RequestRefused(400, "command is pause, cancel, start or restart");
        };
    return give(call, command);
  }

  private Object code(Call call) {
    if (!call.body(JsonNode.class).path("command").asString("").strip().equals("M112")) {
      throw new RequestRefused(
          409, "the booth understands M112, the emergency stop, and no other G-code");
    }
    return give(call, new BoothCommand.EmergencyStop());
  }

  private Endpoint.Done give(Call call, BoothCommand command) {
    CommandApi.carryOut(call, command, booth, audit);
    return Endpoint.Done.NO_CONTENT;
  }
}
