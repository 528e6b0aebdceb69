// What a live page runs instead of JupyterLab's application: it loads the widgets' classes while the kernel starts, connects
// to the kernel as soon as it has a name, and shows the notebook's panels when they are all there.
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
const { dataset } = document.currentScript;
importOwnModules(folder, folder + "shims.js");
const classes = widgetClasses(JSON.parse(dataset.extensions));

function connected(kernel) {
  const serverSettings = ServerConnection.makeSettings(); // the page's configuration has the server's address
  const connection = new KernelConnection({ model: { id: kernel, name: "python3" }, serverSettings });
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
  if (!document.body.classList.contains("own")) return;
  for (const [output, place] of arrived())
    if (!output.data?.[WIDGET]) await (await whole()).draw(manager, output, place);
}

async function show() {
  const { kernel, outputs, live } = window.accountkitPage;
  const manager = connected(await kernel);
  if (
    !(await outputs.then(
      () => true,
      () => false,
    ))
  )
    return showRest(manager);
  await manager.loadFromKernel();
  await Promise.all(arrived().map(([output, place]) => shown(manager, output, place)));
  live();
}

show().catch((error) => {
  console.error(error);
  window.accountkitPage.failed();
});
