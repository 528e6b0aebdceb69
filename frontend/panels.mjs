// Compiles the panels as ipyvue does in the browser: one module for each, and one for what they share. Which files these are
// stands in accountkit/panels/vue.json. Vue itself is the one that ipyvue has put on the page.
//
// Two people who change different files are to meet in no line of what is built. So each file is compiled and made small by
// itself, under a line with its name and its hash (which `accountkit.panels.compiled` compares), with a free line between.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename } from "node:path";
import { compileScript, compileTemplate, parse, rewriteDefault } from "@vue/compiler-sfc";
import { transform } from "esbuild";

const SHARED = "shared";
const name = (place) => basename(place, ".vue");

// The panel's options as one expression, and its styles.
function compiled(place, text) {
  const filename = basename(place);
  const { descriptor, errors } = parse(text, { filename });
  if (errors.length) throw errors[0];
  const script = compileScript(descriptor, { id: filename });
  const template = compileTemplate({
    id: filename,
    filename,
    source: descriptor.template.content,
    compilerOptions: { mode: "function", bindingMetadata: script.bindings, prefixIdentifiers: true },
  });
  if (template.errors.length) throw template.errors[0];
  const options = `(() => {
${rewriteDefault(script.content, "component")}
const render = (() => {
${template.code}
})();
return { ...component, render, components };
})()`;
  return { options, styles: descriptor.styles.map(({ content }) => content.trim()).filter(Boolean) };
}

// Build into the folder `target`; `folder` has the panels.
export async function buildPanels(folder, target, options) {
  const lists = JSON.parse(readFileSync(folder + "vue.json", "utf8"));
  const read = (place) => readFileSync(folder + place, "utf8");
  const vueIn = (folders) =>
    folders.flatMap((inner) =>
      readdirSync(folder + inner)
        .filter((file) => file.endsWith(".vue"))
        .sort()
        .map((file) => inner + file),
    );
  const panels = vueIn(lists.panels),
    components = vueIn(lists.components);
  const names = [SHARED, ...panels.map((place) => name(place))];
  const twice = names.find((each, at) => names.indexOf(each) < at);
  if (twice) throw new Error(`two panels would both become ${twice}.js: rename one of the .vue files`);

  const small = async (code) => (await transform(code, { minify: true, ...options })).code.trim();
  const block = async (place, code) => {
    const hash = createHash("sha256")
      .update(readFileSync(folder + place))
      .digest("hex")
      .slice(0, 16);
    return `/* accountkit ${place} ${hash} */\n${await small(code)}\n`;
  };
  const styled = [];
  const optionsOf = (place, text) => {
    const { options, styles } = compiled(place, text);
    if (styles.length) styled.push(`/* ${place} */\n${styles.join("\n")}\n`);
    return options;
  };

  const scripts = lists.scripts.map(read);
  const parts = await Promise.all([
    ...lists.scripts.map((place, at) => block(place, scripts[at])),
    "const components = {};\n",
    ...components.map((place) => block(place, `components["ak-${name(place)}"] = ${optionsOf(place, read(place))};`)),
  ]);
  // what stands at the left of a script is there for every panel
  const shared = [
    "components",
    ...scripts.flatMap((text) => [...text.matchAll(/^const (\w+)/gm)].map(([, constant]) => constant)),
  ];
  const built = { [SHARED]: [...parts, `export { ${shared.join(", ")} };\n`].join("\n") };

  for (const place of panels) {
    const text = read(place);
    const whole = text.includes("<script>")
      ? text
      : text + "\n<script>\nexport default { mixins: [accountkit] }\n</script>\n";
    const code = optionsOf(place, whole);
    const used = shared.filter((each) => new RegExp(`\\b${each}\\b`).test(code));
    built[name(place)] = await block(
      place,
      `import { ${used.join(", ")} } from "./${SHARED}.js"; export default ${code};`,
    );
  }

  rmSync(target + "panels", { recursive: true, force: true });
  mkdirSync(target + "panels");
  for (const [module, code] of Object.entries(built)) writeFileSync(`${target}panels/${module}.js`, code);
  writeFileSync(target + "panels.css", styled.join("\n"));
}
