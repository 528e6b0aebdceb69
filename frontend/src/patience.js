// anywidget passes no message on to a widget that did not begin within two seconds, and says so on the console. A machine
// that is busy needs longer, and its figures would stand still from then on. Other limits stay as they are.
const OF_ANYWIDGET = 2_000;
const LONGER = 60_000;
const timeout = AbortSignal.timeout;
AbortSignal.timeout = (milliseconds) =>
  timeout.call(AbortSignal, milliseconds === OF_ANYWIDGET ? LONGER : milliseconds);
