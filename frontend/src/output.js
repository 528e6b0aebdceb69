// The Output widget: what is printed and displayed while its context is open appears in it. Messages find it by the id of
// the message that the kernel is answering, which the kernel writes into `msg_id`.
import { DOMWidgetModel, DOMWidgetView } from "@jupyter-widgets/base";
import { draw } from "./renderers.js";

const NAME = { _model_module: "@jupyter-widgets/output", _view_module: "@jupyter-widgets/output" };
const SHOWN = ["stream", "display_data", "execute_result", "error"];

export class OutputModel extends DOMWidgetModel {
  defaults() {
    return {
      ...super.defaults(),
      ...NAME,
      _model_name: "OutputModel",
      _view_name: "OutputView",
      msg_id: "",
      outputs: [],
    };
  }

  initialize(attributes, options) {
    super.initialize(attributes, options);
    this.take = (message) => {
      this.arrived(message.header.msg_type, message.content);
      return false; // it is shown here and nowhere else
    };
    this.on("change:msg_id", this.listen, this);
    this.listen();
  }

  listen() {
    const { kernel } = this.widget_manager;
    const [before, now] = [this.previous("msg_id"), this.get("msg_id")];
    if (before) kernel.removeMessageHook(before, this.take);
    if (now) kernel.registerMessageHook(now, this.take);
  }

  arrived(type, content) {
    if (type === "clear_output" && content.wait) this.clearing = true;
    else if (type === "clear_output") this.keep([]);
    else if (SHOWN.includes(type)) {
      const before = this.clearing ? [] : this.get("outputs");
      this.clearing = false;
      this.keep(joined(before, { output_type: type, ...content }));
    }
  }

  keep(outputs) {
    this.set("outputs", outputs);
    this.save_changes();
  }
}

// What is printed piece by piece is one text.
function joined(outputs, next) {
  const last = outputs.at(-1);
  if (next.output_type !== "stream" || last?.output_type !== "stream" || last.name !== next.name)
    return [...outputs, next];
  return [...outputs.slice(0, -1), { ...last, text: last.text + next.text }];
}

export class OutputView extends DOMWidgetView {
  render() {
    super.render();
    this.el.classList.add("ak-output", "ak-within");
    this.drawn = [];
    this.listenTo(this.model, "change:outputs", this.update);
    this.update();
  }

  // What stands stays: an output is drawn again only where it, or one before it, is another.
  update() {
    const outputs = this.model.get("outputs");
    const same = outputs.findIndex((one, at) => this.drawn[at]?.output !== one);
    const kept = same < 0 ? outputs.length : same;
    for (const { place } of this.drawn.splice(kept)) place.remove();
    for (const output of outputs.slice(kept)) {
      const place = document.createElement("div");
      this.el.append(place);
      this.drawn.push({ output, place });
      draw(this.model.widget_manager, output, place);
    }
  }
}
