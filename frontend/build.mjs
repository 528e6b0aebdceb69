// Builds the scripts of the live pages into the package: node build.mjs (after npm ci). They are committed, so that nobody
// needs Node to install or run accountkit; the first line of each names the hash of its sources, which a test compares.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { build } from "esbuild";
import { styles, vueFiles } from "./vue-files.mjs";

const TARGET = "../accountkit/server/share/static/";
const PANELS = "../accountkit/panels/";

const banner = (files) => {
  const hash = createHash("sha256");
  for (const file of files) hash.update(readFileSync(file));
  return { js: `/* accountkit ${hash.digest("hex").slice(0, 16)} */` };
};
const sorted = (folder, ending) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => folder + name);

const own = [...sorted("src/", ""), "package.json", "build.mjs", "vue-files.mjs"];
const shared = {
  bundle: true,
  minify: true,
  legalComments: "eof",
  target: "es2022",
  format: "iife",
  logLevel: "warning",
  metafile: true,
  loader: { ".css": "empty" },
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
};

// A module that another script of the page has and shares under a global name.
const fromHost = (module, global) => ({
  name: "host",
  setup(build) {
    build.onResolve({ filter: new RegExp(`^${module}$`) }, () => ({ path: module, namespace: "host" }));
    build.onLoad({ filter: /.*/, namespace: "host" }, () => ({
      contents: `module.exports = window.${global};`,
      loader: "js",
    }));
  },
});

// All panels in one module, one export each, and the components that they share.
const panels = [...sorted(PANELS, ".vue"), ...sorted(PANELS + "own/", ".vue")],
  components = sorted(PANELS + "shared/", ".vue");
const scripts = ["outbox.js", "rows.js", "panel.js"].map((script) => PANELS + "shared/" + script);
const name = (file) => basename(file, ".vue");
const variable = (file) => "ak_" + name(file).replaceAll("-", "_");
const entry = [
  `import "${PANELS}shared/outbox.js";`,
  ...panels.map((file) => `import ${name(file)} from "${file}";`),
  ...components.map((file) => `import ${variable(file)} from "${file}";`),
  `const shared = { ${components.map((file) => `"ak-${name(file)}": ${variable(file)}`).join(", ")} };`,
  `for (const one of [${panels.map(name).join(", ")}, ...Object.values(shared)]) one.components = shared;`,
  `export { ${panels.map(name).join(", ")} };`,
].join("\n");

const built = await Promise.all([
  build({
    ...shared,
    entryPoints: ["src/host.js"],
    outfile: TARGET + "host.js",
    banner: banner(own),
    alias: { "sanitize-html": "./src/sanitize.js" },
  }),
  build({
    ...shared,
    entryPoints: ["src/charts.js"],
    outfile: TARGET + "charts.js",
    banner: banner(own),
    globalName: "accountkitCharts",
    footer: { js: "window.Plotly = accountkitCharts.default;" },
  }),
  build({
    ...shared,
    entryPoints: ["src/whole.js"],
    outfile: TARGET + "whole.js",
    banner: banner(own),
    plugins: [fromHost("@jupyter-widgets/base", "accountkitBase")],
  }),
  build({
    ...shared,
    entryPoints: ["src/whole.css"],
    outfile: TARGET + "whole.css",
    loader: { ".svg": "dataurl", ".png": "dataurl" },
    banner: { css: banner(own).js },
  }),
  build({ ...shared, entryPoints: ["src/shims.js"], outfile: TARGET + "shims.js", banner: banner(own) }),
  build({
    ...shared,
    stdin: { contents: entry, resolveDir: "." },
    outfile: TARGET + "panels.js",
    format: "esm",
    banner: banner([...panels, ...components, ...scripts]),
    plugins: [vueFiles(PANELS)],
  }),
]);
writeFileSync(
  TARGET + "panels.css",
  [...components, ...panels]
    .map((file) => styles.get(basename(file)))
    .filter(Boolean)
    .join("\n"),
);

const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const folders = [
  ...new Set(inputs.map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[0]).filter(Boolean)),
].sort();
const rows = folders.map((folder) => {
  const about = JSON.parse(readFileSync(folder + "/package.json"));
  return `| ${about.name} | ${about.version} | ${about.license} |`;
});
writeFileSync(
  "THIRD_PARTY.md",
  ["# What the scripts contain", "", "| package | version | licence |", "| --- | --- | --- |", ...rows, ""].join("\n"),
);
