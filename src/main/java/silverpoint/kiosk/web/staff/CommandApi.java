package silverpoint.kiosk.web.staff;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import silverpoint.kiosk.access.AuditLog;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.booth.BoothCommand;
import silverpoint.kiosk.booth.Refusal;
import silverpoint.kiosk.booth.WireName;
import silverpoint.kiosk.web.Call;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.RequestRefused;

/**
 * A route for every command of the booth, guarded by who may give it. A command that does not fit
 * the state is answered 409 with the name of the reason and changes nothing; a booth that fails or
 * is silent, 500 or 503.
 */
public final class CommandApi {
  private final Booth booth;
  private final AuditLog audit;

  /** The command was taken. */
  @WireName("CommandApiAccepted")
  public record Accepted(boolean accepted) {}

  public CommandApi(Booth booth, AuditLog audit) {
    this.booth = booth;
    this.audit = audit;
  }

  public List<Endpoint> endpoints() {
    return kinds(BoothCommand.class).map(this::endpoint).toList();
  }

  /** All kinds of commands. */
  public static Stream<Class<? extends BoothCommand>> kinds(Class<? extends BoothCommand> type) {
    return type.isRecord()
        ? Stream.of(type)
        : Arrays.stream(type.getPermittedSubclasses())
            .flatMap(kind -> kinds(kind.asSubclass(BoothCommand.class)))
            .distinct();
  }

  private Endpoint endpoint(Class<? extends BoothCommand> kind) {
    String name = BoothCommand.keyOf(kind);
    boolean empty = kind.getRecordComponents().length == 0;
    Endpoint endpoint =
        Endpoint.post(
            "/api/v1/commands/" + name,
            accessTo(kind),
            "Ask the booth to " + name.replace('-', ' ') + "; 409 when that does not fit.",
            Accepted.class,
            call -> give(call, empty ? only(call, kind) : call.body(kind)));
    return empty ? endpoint : endpoint.taking(kind);
  }

  private Accepted give(Call call, BoothCommand command) {
    carryOut(call, command, booth, audit);
    return new Accepted(true);
  }

  /** Has the booth do it, on the record unless a guest asks; a refusal is the answer's. */
  public static void carryOut(Call call, BoothCommand command, Booth booth, AuditLog audit) {
    Optional<Refusal> refusal = booth.command(command);
    if (call.identity().role() != Role.VISITOR) {
      audit.note(
          call.identity().name(),
          command.key() + refusal.map(why -> " refused: " + why.name()).orElse(""));
    }
    if (refusal.isPresent()) {
      throw refused(refusal.get());
    }
  }

  /** The answer to a command that was not done. */
  private static RequestRefused refused(Refusal why) {
    int status =
        switch (why) {
          case FAILED -> 500;
          case SILENT -> 503;
          default -> 409;
        };
    return new RequestRefused(status, why.name());
  }

  private static Endpoint.Access accessTo(Class<? extends BoothCommand> kind) {
    if (kind == BoothCommand.EmergencyStop.class) {
      return new Endpoint.Access.Stopping();
    }
    if (BoothCommand.ByVisitor.class.isAssignableFrom(kind)) {
      return new Endpoint.Access.From(Role.VISITOR);
    }
    return new Endpoint.Access.From(
        BoothCommand.ByStaff.class.isAssignableFrom(kind) ? Role.OPERATOR : Role.ENGINEER);
  }

  private static BoothCommand only(Call call, Class<? extends BoothCommand> kind) {
    // whoever presses the stop in distress need not be well-formed
    if (kind != BoothCommand.EmergencyStop.class) {
      call.expectNoBody();
    }
    try {
      Constructor<? extends BoothCommand> constructor = kind.getDeclaredConstructor();
      return constructor.newInstance();
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException("a record without components has a constructor", e);
    }
  }
}
