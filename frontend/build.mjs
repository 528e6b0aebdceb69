// Builds the two scripts into the package: node build.mjs (after npm ci). They are committed, so that nobody needs Node to
// install or run accountkit; the first line of each names the hash of its sources, which a test compares.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const hash = createHash("sha256");
const sources = readdirSync("src").sort().map((name) => `src/${name}`);
for (const name of [...sources, "package.json", "build.mjs"]) hash.update(readFileSync(name));
const banner = { js: `/* accountkit frontend ${hash.digest("hex").slice(0, 16)} */` };
const shared = {
  loader: { ".css": "empty" },
  bundle: true, minify: true, legalComments: "eof", target: "es2022", format: "iife", logLevel: "warning", banner, metafile: true,
  define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
};
const target = "../accountkit/server/share/static/";
const built = await Promise.all([
  build({ ...shared, entryPoints: ["src/host.js"], outfile: target + "host.js", alias: { "sanitize-html": "./src/sanitize.js" } }),
  build({ ...shared, entryPoints: ["src/charts.js"], outfile: target + "charts.js", globalName: "accountkitCharts",
    footer: { js: "window.Plotly = accountkitCharts.default;" } }),
]);

const inputs = built.flatMap(({ metafile }) => Object.keys(metafile.inputs));
const packages = [...new Set(inputs.map((path) => path.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/)?.[0]).filter(Boolean))].sort();
const rows = packages.map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(folder + "/package.json"));
  return `| ${name} | ${version} | ${license} |`;
});
writeFileSync("THIRD_PARTY.md", ["# What the two scripts contain", "", "| package | version | licence |", "| --- | --- | --- |",
  ...rows, ""].join("\n"));
