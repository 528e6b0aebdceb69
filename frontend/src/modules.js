// ipyvue imports modules through es-module-shims, which fetches and rewrites each, so that the browser can keep no compiled
// form of it. Ours need no rewriting and are imported as they are; the shim is there for what a page compiles itself.

import { load } from "./containers.js";

// Modules from `folder` are imported directly. `shims`: the address of es-module-shims.
export function importOwnModules(folder, shims) {
  const maps = [];
  let loading = null,
    loaded = null;

  async function shim(address, ...rest) {
    if (new URL(address, location.href).href.startsWith(folder)) return import(address);
    loading ||= loadShim();
    return (await loading)(address, ...rest);
  }
  shim.addImportMap = (map) => (loaded ? loaded.addImportMap(map) : maps.push(map));

  async function loadShim() {
    delete window.importShim; // the shim does nothing where it finds one
    await load(shims);
    loaded = window.importShim;
    maps.forEach((map) => loaded.addImportMap(map));
    window.importShim = shim;
    return loaded;
  }
  window.importShim = shim;
}
