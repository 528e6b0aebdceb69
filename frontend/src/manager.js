// Widgets of one kernel, shown in a page: ipywidgets' own manager, a kernel connection, and classes from the containers.

import { ErrorWidgetView, put_buffers, shims } from "@jupyter-widgets/base";
import { ManagerBase, base64ToBuffer } from "@jupyter-widgets/base-manager";
import { Widget } from "@lumino/widgets";

const TARGET = "jupyter.widget";

export class Manager extends ManagerBase {
  constructor(kernel, classes) {
    super();
    this.kernel = kernel;
    this.classes = classes;
    // The connection stands while the notebook still runs. A widget that is opened then may be made of others that were
    // opened before: all wait for the state of the whole.
    this.early = new Map();
    kernel.registerCommTarget(TARGET, (comm, message) => {
      if (this.early) this.early.set(comm.commId, [comm, message]);
      else return this.opened(comm, message);
    });
  }

  async opened(comm, message) {
    await this.handle_comm_open(new shims.services.Comm(comm), message);
  }

  async loadClass(name, module) {
    return (await this.classes)(module, name);
  }

  async _create_comm(target, model, data, metadata, buffers) {
    const comm = this.early?.get(model)?.[0] ?? this.kernel.createComm(target, model);
    if (data || metadata) comm.open(data, metadata, buffers);
    return new shims.services.Comm(comm);
  }

  async _get_comm_info() {
    const { content } = await this.kernel.requestCommInfo({ target_name: TARGET });
    return content.status === "ok" ? content.comms : {};
  }

  async loadFromKernel() {
    await this._loadFromKernel();
    const late = [...this.early].filter(([id]) => !this.has_model(id));
    this.early = null;
    for (const [, [comm, message]] of late) await this.opened(comm, message);
  }

  // Makes the models of the state that came with the page. All channels to the kernel are there when this returns its promise, so
  // that nothing the kernel says can come too early.
  loadFromPage({ state }) {
    this.early = null;
    const models = Object.entries(state).map(([id, { state, buffers = [], ...kind }]) => {
      put_buffers(
        state,
        buffers.map(({ path }) => path),
        buffers.map(({ data }) => new DataView(base64ToBuffer(data))),
      );
      const comm = new shims.services.Comm(this.kernel.createComm(TARGET, id));
      return this.new_model({ ...kind, model_id: id, comm }, state);
    });
    return Promise.all(models);
  }

  async isPanel(id) {
    return isPanel(await this.get_model(id));
  }

  // Shows a widget in `place`; resolves when it stands there, and fails where it cannot.
  async show(id, place) {
    const model = await this.get_model(id);
    const view = await this.create_view(model);
    if (view instanceof ErrorWidgetView) throw view.model.get("error");
    const standing = isPanel(model) ? stands(view, place) : view.displayed;
    Widget.attach(view.luminoWidget, place);
    await standing;
  }
}

// Panels and their figures say when they stand (panels/shared/panel.js); any other widget does when it is in the page.
const isPanel = (model) => model.has("charts") && model.has("words");

function stands(view, place) {
  return new Promise((resolve, reject) => {
    place.addEventListener("accountkit-stands", resolve, { once: true });
    place.addEventListener("accountkit-failed", ({ detail }) => reject(new Error(detail)), { once: true });
    view.addPlugins = (app) => {
      app.config.errorHandler = (error) => {
        console.error(error);
        reject(error);
      };
    };
  });
}
