package silverpoint.route;

import silverpoint.foundation.geometry.Polyline;

/** A piece of the route. */
public sealed interface Leg {
  Polyline pathMm();

  /** A leg of the same kind along another path. */
  default Leg along(Polyline otherMm) {
    return switch (this) {
      case Draw _ -> new Draw(otherMm);
      case Connector _ -> new Connector(otherMm);
      case Retrace _ -> new Retrace(otherMm);
    };
  }

  /** A wanted stroke, or a part of one, drawn for the first time. */
  record Draw(Polyline pathMm) implements Leg {}

  /** New visible line that joins two components. */
  record Connector(Polyline pathMm) implements Leg {}

  /** A second pass over what is drawn, ink or a connector. */
  record Retrace(Polyline pathMm) implements Leg {}
}
