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

export const load = (address) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error("cannot load " + address));
    document.head.appendChild(script);
  });

async function plugin({ name, address, extension }) {
  await load(address);
  const container = window._JUPYTERLAB[name];
  await container.init(shared);
  const module = (await container.get(extension))();
  return [module.default ?? module].flat();
}

// The classes of all extensions: (module, class) → class. `extensions`: name, address and entry of each, in the order in
// which they share their modules.
export async function widgetClasses(extensions) {
  const modules = { "@jupyter-widgets/base": base };
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
