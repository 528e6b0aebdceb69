// What a live page runs instead of JupyterLab's application: it loads the widgets' classes while the kernel starts, and shows
// the notebook's panels when they are all there. The state of a panel of ours comes with the page, and the connection is made
// while it is shown: what a person does before it stands waits for it. A notebook of one's own is connected as soon as its kernel
// has a name, and its widgets are asked for.
//
// The page says when it knows its kernel and when all its outputs are in, and is told when all that is shown stands
// (`accountkitPage`, in live.js).

import { KernelConnection } from "@jupyterlab/services/lib/kernel/default";
import { ServerConnection } from "@jupyterlab/services/lib/serverconnection";
import { folder, whole, widgetClasses } from "./containers.js";
import { Manager } from "./manager.js";
import { importOwnModules } from "./modules.js";
import "./patience.js";

const WIDGET = "application/vnd.jupyter.widget-view+json";
const STATE = "application/vnd.jupyter.widget-state+json";
const { dataset } = document.currentScript;
importOwnModules(folder, folder + "shims.js");
const classes = widgetClasses(JSON.parse(dataset.extensions));

// What is sent before a socket is open waits for an answer that is asked for behind it, and so for three seconds. The first socket
// of a page of ours takes over a line on which the kernel is heard already (kernels/line.py): nothing needs to be asked.
class Connection extends KernelConnection {
  requestKernelInfo() {
    if (this.isHeard) return super.requestKernelInfo();
    this.isHeard = true;
    return Promise.resolve();
  }
}

function connected(kernel) {
  const serverSettings = ServerConnection.makeSettings(); // the page's configuration has the server's address
  const connection = new Connection({ model: { id: kernel, name: "python3" }, serverSettings });
  connection.isHeard = document.body.classList.contains("own");
  // life.js looks after it when it breaks
  window.accountkitPage.connection = connection;
  connection.connectionStatusChanged.connect(() => dispatchEvent(new Event("accountkit-connection")));
  return new Manager(connection, classes);
}

// A page of ours shows panels alone; a notebook of one's own may show anything, and one fault in it is told in its place.
async function shown(manager, output, place) {
  const own = document.body.classList.contains("own");
  const id = output.data?.[WIDGET]?.model_id;
  if (id && (!own || (await manager.isPanel(id)))) return manager.show(id, place);
  return (await whole()).draw(manager, output, place);
}

const arrived = () =>
  [...document.querySelectorAll('script[type="application/vnd.voila.cell-output+json"]')].map((output) => [
    JSON.parse(output.textContent),
    output.parentElement,
  ]);

// The notebook came to no end, and its kernel is no more: what was printed until then is shown, its author may need it.
async function showRest(manager) {
  manager.kernel.dispose();
  for (const [output, place] of arrived())
    if (!output.data?.[WIDGET]) await (await whole()).draw(manager, output, place);
}

async function show() {
  const { kernel, outputs, live } = window.accountkitPage;
  const own = document.body.classList.contains("own");
  const early = own && connected(await kernel);
  try {
    await outputs;
  } catch (error) {
    return early && showRest(early);
  }
  const state = document.querySelector(`body > script[type="${STATE}"]`);
  const manager = early || connected(await kernel);
  await (state ? manager.loadFromPage(JSON.parse(state.textContent)) : manager.loadFromKernel());
  await Promise.all(arrived().map(([output, place]) => shown(manager, output, place)));
  live();
}

show().catch((error) => {
  console.error(error);
  window.accountkitPage.failed();
});
