// Compiles .vue files as ipyvue does in the browser: the script's options, and the template's render function. Vue itself is
// the one that ipyvue has put on the page.
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { compileScript, compileTemplate, parse, rewriteDefault } from "@vue/compiler-sfc";

// The styles of each file that was compiled, by its name.
export const styles = new Map();

// A panel's own script comes after what all panels share, as `vue.composed` puts it; a shared component stands alone.
function sourceOf(file, panels) {
  const text = readFileSync(file, "utf8");
  if (basename(dirname(file)) === "shared") return text;
  const whole = text.includes("<script>")
    ? text
    : text + "\n<script>\nexport default { mixins: [accountkit] }\n</script>\n";
  const shared = ["rows.js", "panel.js"].map((script) => readFileSync(panels + "shared/" + script, "utf8"));
  return whole.replace("<script>", () => "<script>\n" + shared.join(""));
}

function compiled(file, panels) {
  const filename = basename(file);
  const { descriptor, errors } = parse(sourceOf(file, panels), { filename });
  if (errors.length) throw errors[0];
  styles.set(filename, descriptor.styles.map(({ content }) => content.trim()).join("\n"));
  const script = compileScript(descriptor, { id: filename });
  const template = compileTemplate({
    id: filename,
    filename,
    source: descriptor.template.content,
    compilerOptions: { bindingMetadata: script.bindings, prefixIdentifiers: true },
  });
  if (template.errors.length) throw template.errors[0];
  return `${template.code.replace("export function render", "function render")}
${rewriteDefault(script.content, "component")}
component.render = render;
export default component;`;
}

export const vueFiles = (panels) => ({
  name: "vue",
  setup(build) {
    build.onResolve({ filter: /^vue$/ }, () => ({ path: "vue", namespace: "page" }));
    build.onLoad({ filter: /.*/, namespace: "page" }, () => ({
      contents: "module.exports = window.Vue;",
      loader: "js",
    }));
    build.onLoad({ filter: /\.vue$/ }, ({ path }) => ({ contents: compiled(path, panels), loader: "js" }));
  },
});
