package silverpoint.kiosk.web.staff;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import silverpoint.kiosk.access.Role;
import silverpoint.kiosk.booth.Booth;
import silverpoint.kiosk.web.Call;
import silverpoint.kiosk.web.Endpoint;
import silverpoint.kiosk.web.EventHub;
import silverpoint.kiosk.web.Json;
import silverpoint.kiosk.web.Kiosk;
import silverpoint.kiosk.web.LineView;
import silverpoint.kiosk.web.RequestRefused;

/** What the staff page sees of the booth: its state, its events, the line, the camera. */
public final class StaffApi implements AutoCloseable {
  /** At most four a second. */
  private static final Duration GAP = Duration.ofMillis(250);

  private final Booth booth;
  private final Kiosk kiosk;
  private final EventHub hub;
  private final Runnable subscription;

  private Shown shown = new Shown(Optional.empty(), Optional.empty(), new byte[0], 0);

  /** The exhibit that was last shown, with what is made of it. */
  private record Shown(
      Optional<Kiosk.Exhibit> exhibit, Optional<LineView> line, byte[] json, long number) {}

  /** The faces of a picture, in a header of the picture's own answer. */
  record Seen(int widthPx, int heightPx, List<Kiosk.FaceBox> faces) {}

  public StaffApi(Booth booth, Kiosk kiosk, int mostClients) {
    this.booth = booth;
    this.kiosk = kiosk;
    this.hub =
        new EventHub("silverpoint-staff-events", this::state, booth::silence, GAP, mostClients);
    this.subscription = booth.subscribe(_ -> hub.changed());
  }

  public List<Endpoint> endpoints() {
    return List.of(
        Endpoint.get(
            "/api/v1/status",
            Role.VIEWER,
            "The booth at this moment.",
            StaffState.class,
            _ -> new Endpoint.Content("application/json", hub.json())),
        events(),
        Endpoint.get(
            "/api/v1/line",
            Role.VIEWER,
            "The line on the page or the next one, with planned times.",
            LineView.class,
            _ -> new Endpoint.Content("application/json", lineJson())),
        Endpoint.document(
            "/api/v1/line-art",
            Role.VIEWER,
            "The line art of that line; 204 when there is none.",
            "image/png",
            _ -> shown().exhibit().<Object>map(StaffApi::art).orElse(Endpoint.Done.NO_CONTENT)),
        Endpoint.get(
            "/api/v1/toy",
            Role.VIEWER,
            "What the simulated toy shows; 404 for a real one.",
            Kiosk.ToyView.class,
            _ ->
                kiosk
                    .simulatedToy()
                    .orElseThrow(
                        () -> new RequestRefused(404, "the toy is a real one: look at it"))),
        Endpoint.document(
            "/api/v1/camera",
            Role.OPERATOR,
            "The camera's newest picture, the faces in the header Silverpoint-Faces; 204 when"
                + " there is none.",
            "image/jpeg",
            this::picture));
  }

  public EventHub hub() {
    return hub;
  }

  @Override
  public void close() {
    subscription.run();
    hub.close();
  }

  private Endpoint events() {
    Endpoint.Access access = new Endpoint.Access.From(Role.VIEWER);
    return Endpoint.events(
        "/api/v1/events",
        Role.VIEWER,
        "Follows the status: event snapshot is the whole, delta a JSON merge patch, beat a sign of"
            + " life.",
        StaffState.class,
        call -> {
          hub.serve(call, () -> call.isStillAdmitted(access));
          return Endpoint.Done.WRITTEN;
        });
  }

  private StaffState state() {
    Shown current = shown();
    return StaffState.of(booth.snapshot(), kiosk, current.line(), current.number());
  }

  private synchronized Shown shown() {
    Optional<Kiosk.Exhibit> exhibit = kiosk.exhibit();
    boolean same =
        exhibit.map(Kiosk.Exhibit::line).equals(shown.exhibit().map(Kiosk.Exhibit::line))
            && exhibit
                .map(Kiosk.Exhibit::session)
                .equals(shown.exhibit().map(Kiosk.Exhibit::session));
    if (!same) {
      Optional<LineView> line = exhibit.map(LineView::of);
      byte[] json = line.map(Json::bytes).orElse(new byte[0]);
      shown = new Shown(exhibit, line, json, shown.number() + 1);
    }
    return shown;
  }

  private byte[] lineJson() {
    Shown current = shown();
    if (current.line().isEmpty()) {
      throw new RequestRefused(404, "there is no line");
    }
    return current.json();
  }

  private static Endpoint.Content art(Kiosk.Exhibit exhibit) {
    return new Endpoint.Content("image/png", exhibit.lineArtPng());
  }

  private Object picture(Call call) {
    Optional<Kiosk.CameraPicture> picture = kiosk.picture();
    if (picture.isEmpty()) {
      return Endpoint.Done.NO_CONTENT;
    }
    Seen seen = new Seen(picture.get().widthPx(), picture.get().heightPx(), picture.get().faces());
    call.setHeader("Silverpoint-Faces", new String(Json.bytes(seen), StandardCharsets.US_ASCII));
    return new Endpoint.Content("image/jpeg", picture.get().jpeg());
  }
}
