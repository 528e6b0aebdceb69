// What a cell or an Output widget shows, by its kind. HTML and Markdown come from code that may show what others have typed:
// nothing in them is run.
import DOMPurify from "dompurify";
import { marked } from "marked";
import { load } from "./containers.js";

const WIDGET = "application/vnd.jupyter.widget-view+json";
const PLOTLY = "application/vnd.plotly.v1+json";
const text = (value) => (Array.isArray(value) ? value.join("") : String(value));
const words = () => document.getElementById("own")?.dataset ?? {};

function clean(html, place) {
  place.innerHTML = DOMPurify.sanitize(html, { FORBID_TAGS: ["form"], ADD_TAGS: ["style"], FORCE_BODY: true });
}

function said(content, place, kind = "") {
  const paragraph = document.createElement("pre");
  paragraph.className = `ak-printed ${kind}`;
  paragraph.textContent = content;
  place.append(paragraph);
}

function picture(source, data, place) {
  const image = document.createElement("img");
  image.src = source;
  image.alt = data["text/plain"] ? text(data["text/plain"]) : "";
  place.append(image);
}

const inBase64 =
  (kind) =>
  (value, { data, place }) =>
    picture(`data:${kind};base64,${text(value).replaceAll("\n", "")}`, data, place);

async function plotly({ data, layout = {}, config = {} }, { place }) {
  const { accountkitWholePlotlyUrl: address } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
  const figure = document.createElement("div");
  figure.style.height = `${layout.height ?? 400}px`;
  place.append(figure);
  window.accountkitWholePlotly ||= load(address).then(() => window.Plotly);
  await (
    await window.accountkitWholePlotly
  ).newPlot(figure, data, layout, { displaylogo: false, responsive: true, ...config });
}

// In the order in which they are preferred.
const KINDS = {
  [WIDGET]: ({ model_id }, { manager, place }) => manager.show(model_id, place),
  [PLOTLY]: plotly,
  "text/html": (value, { place }) => clean(text(value), place),
  "text/markdown": async (value, { place }) => {
    place.classList.add("ak-words");
    clean(await marked.parse(text(value)), place);
  },
  "image/svg+xml": (value, { data, place }) =>
    picture("data:image/svg+xml;charset=utf-8," + encodeURIComponent(text(value)), data, place),
  "image/png": inBase64("image/png"),
  "image/jpeg": inBase64("image/jpeg"),
  "image/gif": inBase64("image/gif"),
  "text/plain": (value, { place }) => said(text(value), place),
  "application/json": (value, { place }) => said(JSON.stringify(value, null, 2), place),
};

// An error in words: the traceback is the notebook's own affair.
function failure({ ename, evalue, traceback = [] }, place) {
  const notice = document.createElement("div");
  notice.className = "ak-notice error ak-text";
  notice.setAttribute("role", "alert");
  notice.textContent = traceback.length === 1 ? evalue : `${ename}: ${evalue}`;
  place.append(notice);
  if (place.closest(".ak-within") || !words().stopped) return;
  const stopped = document.createElement("p");
  stopped.className = "ak-sub";
  stopped.textContent = words().stopped;
  place.append(stopped);
}

// Draw one output in `place`; one that cannot be drawn says so there.
export async function draw(manager, output, place) {
  if (output.output_type === "stream") return said(text(output.text), place, output.name);
  if (output.output_type === "error") return failure(output, place);
  const data = output.data ?? {};
  const kind = Object.keys(KINDS).find((one) => one in data);
  try {
    if (kind) await KINDS[kind](data[kind], { data, manager, place });
  } catch (error) {
    console.error(error);
    said((words().failed ?? "{reason}").replace("{reason}", error.message ?? error), place, "stderr");
  }
}
