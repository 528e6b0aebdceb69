// What a live page runs instead of JupyterLab's application: it loads the widgets' classes while the kernel starts, connects
// to the kernel as soon as it has a name, and shows the notebook's panels when they are all there.
//
// The page says when it knows its kernel and when all its outputs are in, and is told when all that is shown stands
// (`accountkitPage`, in live.js).

import { KernelConnection } from "@jupyterlab/services/lib/kernel/default";
import { ServerConnection } from "@jupyterlab/services/lib/serverconnection";
import { widgetClasses } from "./containers.js";
import { Manager } from "./manager.js";
import { importOwnModules } from "./modules.js";

const WIDGET = "application/vnd.jupyter.widget-view+json";
const { src, dataset } = document.currentScript;
const folder = new URL(".", src).href;
importOwnModules(folder, folder + "shims.js");
const classes = widgetClasses(JSON.parse(dataset.extensions));

function connected(kernel) {
  const serverSettings = ServerConnection.makeSettings(); // the page's configuration has the server's address
  return new Manager(new KernelConnection({ model: { id: kernel, name: "python3" }, serverSettings }), classes);
}

async function show() {
  const manager = connected(await window.accountkitPage.kernel);
  await window.accountkitPage.outputs;
  await manager.loadFromKernel();
  const outputs = document.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]');
  await Promise.all(
    [...outputs].map((output) => {
      const { data } = JSON.parse(output.textContent);
      return manager.show(data[WIDGET].model_id, output.parentElement);
    }),
  );
  window.accountkitPage.live();
}

show().catch((error) => {
  console.error(error);
  window.accountkitPage.failed();
});
