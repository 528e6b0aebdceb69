// The rest of the widget host, for notebooks of one's own: ipywidgets' controls, Output widgets, and what shows texts, tables,
// pictures and errors. A page loads it when it meets something of that; pages with panels alone never do.
import * as controls from "@jupyter-widgets/controls";
import * as output from "./output.js";
import { draw } from "./renderers.js";

window.accountkitWhole = {
  modules: { "@jupyter-widgets/controls": controls, "@jupyter-widgets/output": output },
  draw,
};
