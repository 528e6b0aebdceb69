// The lab extensions that live pages need, loaded as webpack's module federation defines it, without JupyterLab: each is
// a container that gets the modules shared between them and gives a plugin, and the plugin registers its widgets.

import * as base from "@jupyter-widgets/base";
import { version } from "@jupyter-widgets/base/package.json";

const shareable = (version, module) => ({
  [version]: { get: () => Promise.resolve(() => module), loaded: 1, from: "accountkit" },
});

// what the containers share; each adds its own
const shared = {
  "@jupyter-widgets/base": shareable(version, base),
  // jupyter-vuetify asks JupyterLab for its theme where there is one
  "@jupyterlab/apputils": shareable("4.99.0", { IThemeManager: null }),
};

export const folder = new URL(".", document.currentScript.src).href;

export const load = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error("cannot load " + address));
    document.head.appendChild(script);
  });

const styles = (address) =>
  new Promise((resolve, reject) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address;
    link.onload = resolve;
    link.onerror = () => reject(new Error("cannot load " + address));
    document.head.appendChild(link);
  });

async function plugin({ name, address, extension }) {
  await load(address);
  const container = window._JUPYTERLAB[name];
  await container.init(shared);
  const module = (await container.get(extension))();
  return [module.default ?? module].flat();
}

// The rest of the host (whole.js), loaded when something of it is needed. It takes `@jupyter-widgets/base` from here, so that
// there is one of it.
let rest = null;
export function whole() {
  window.accountkitBase = base;
  rest ||= Promise.all([load(folder + "whole.js"), styles(folder + "whole.css")]).then(() => window.accountkitWhole);
  return rest;
}

// The classes of all extensions: (module, class) → class. `extensions`: name, address and entry of each, in the order in
// which they share their modules.
export async function widgetClasses(extensions) {
  const modules = { "@jupyter-widgets/base": base };
  for (const name of ["@jupyter-widgets/controls", "@jupyter-widgets/output"])
    modules[name] = async () => (await whole()).modules[name];
  const registry = {
    registerWidget: (data) => {
      modules[data.name] = data.exports;
    },
  };
  for (const extension of extensions)
    for (const { activate, requires = [] } of await plugin(extension))
      if (requires.includes(base.IJupyterWidgetRegistry)) activate(null, registry, null);
  return async (module, name) => {
    const exported = typeof modules[module] === "function" ? await modules[module]() : await modules[module];
    if (!exported?.[name]) throw new Error(`no widget ${name} in ${module}`);
    return exported[name];
  };
}
