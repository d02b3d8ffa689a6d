package silverpoint.route;

import silverpoint.geometry.Polyline;

/** A piece of the route. */
public sealed interface Leg {
  Polyline pathMm();

  /** A wanted stroke, or a part of one, drawn for the first time. */
  record Draw(Polyline pathMm) implements Leg {}

  /** New visible line that joins two components. */
  record Connector(Polyline pathMm) implements Leg {}

  /** A second pass over ink. */
  record Retrace(Polyline pathMm) implements Leg {}
}
