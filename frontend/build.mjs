// Builds the scripts of the live pages into the package: node build.mjs (after npm ci). They are committed, so that nobody
// needs Node to install or run accountkit; the first line of each names the hash of its sources, which a test compares.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { buildPanels } from "./panels.mjs";

const OUT = "../accountkit/server/share/static/";
const TARGET = "es2022";

const own = [
  ...readdirSync("src/")
    .sort()
    .map((name) => "src/" + name),
  "package.json",
  "build.mjs",
];
const hash = createHash("sha256");
for (const file of own) hash.update(readFileSync(file));
const banner = { js: `/* accountkit ${hash.digest("hex").slice(0, 16)} */` };
const options = {
  bundle: true,
  minify: true,
  legalComments: "eof",
  target: TARGET,
  format: "iife",
  logLevel: "warning",
  metafile: true,
  banner,
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

const built = await Promise.all([
  build({
    ...options,
    entryPoints: ["src/host.js"],
    outfile: OUT + "host.js",
    alias: { "sanitize-html": "./src/sanitize.js" },
  }),
  build({
    ...options,
    entryPoints: ["src/charts.js"],
    outfile: OUT + "charts.js",
    globalName: "accountkitCharts",
    footer: { js: "window.Plotly = accountkitCharts.default;" },
  }),
  build({
    ...options,
    entryPoints: ["src/whole.js"],
    outfile: OUT + "whole.js",
    plugins: [fromHost("@jupyter-widgets/base", "accountkitBase")],
  }),
  build({
    ...options,
    entryPoints: ["src/whole.css"],
    outfile: OUT + "whole.css",
    loader: { ".svg": "dataurl", ".png": "dataurl" },
    banner: { css: banner.js },
  }),
  build({ ...options, entryPoints: ["src/shims.js"], outfile: OUT + "shims.js" }),
]);
await buildPanels("../accountkit/panels/", OUT, { target: TARGET });

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
