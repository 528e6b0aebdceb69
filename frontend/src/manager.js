// Widgets of one kernel, shown in a page: ipywidgets' own manager, a kernel connection, and classes from the containers.

import { shims } from "@jupyter-widgets/base";
import { ManagerBase } from "@jupyter-widgets/base-manager";
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

  async show(model, place) {
    const view = await this.create_view(await this.get_model(model));
    Widget.attach(view.luminoWidget, place);
  }
}
