// The palette: any method, record or command by its name in either language. Names come at once, states a moment later.
import { ask } from "./ask.js";

const $ = (id) => document.getElementById(id);
const MOST = 40; // records that are shown; typing more finds the others
let known = null;
let rows = [];
let at = 0;

const plain = (text) => text.normalize("NFKC").toLocaleLowerCase();
const make = (tag, name, text = "") => {
  const made = document.createElement(tag);
  made.className = name;
  made.textContent = text;
  return made;
};

// The text with what was typed marked in it.
function marked(text, word) {
  const place = word ? plain(text).indexOf(word) : -1;
  const whole = document.createDocumentFragment();
  if (place < 0) whole.append(text);
  else
    whole.append(
      text.slice(0, place),
      make("mark", "", text.slice(place, place + word.length)),
      text.slice(place + word.length),
    );
  return whole;
}

function fits(one, words) {
  const text = plain([one.name, one.other, one.kind, one.key].filter(Boolean).join(" "));
  return words.every((word) => text.includes(word));
}

function row(one, group, word) {
  const made = make("li", "found");
  made.id = "found-" + rows.length;
  made.setAttribute("role", "option");
  const state = group === "methods" ? known.states?.[one.key] : null;
  const square = make("span", `state ${state ? state.code : group === "methods" ? "none" : group}`);
  square.setAttribute("aria-hidden", "true");
  const name = make("b", "");
  name.append(marked(one.name, word));
  made.append(square, name);
  if (one.other && one.other !== one.name) {
    const other = make("span", "other");
    other.append(marked(one.other, word));
    made.append(other);
  }
  made.append(make("span", "grow"));
  const where = group === "methods" ? known.workspaces[one.workspace] : one.kind;
  if (where) made.append(make("span", "where", where));
  if (state) made.append(make("span", "now", state.state));
  made.addEventListener("pointermove", () => choose(Number(made.id.slice(6)), false));
  made.addEventListener("click", (event) => go(one, event.ctrlKey || event.metaKey));
  rows.push({ made, one, group });
  return made;
}

function show() {
  const words = plain($("palette-word").value).split(/\s+/).filter(Boolean);
  const fresh = $("palette-fresh").checked;
  const list = $("palette-list");
  rows = [];
  list.replaceChildren();
  const groups = {
    methods: known.methods.filter((one) => !fresh || (known.states?.[one.key]?.code ?? "none") === "none"),
    records: words.length ? known.records : [],
    commands: known.commands,
  };
  let methods = 0;
  for (const [group, all] of Object.entries(groups)) {
    const found = all.filter((one) => fits(one, words)).slice(0, group === "records" ? MOST : undefined);
    if (group === "methods") methods = found.length;
    if (!found.length) continue;
    const title = make("li", "ak-label", list.dataset[group]);
    title.setAttribute("role", "presentation");
    list.append(title, ...found.map((one) => row(one, group, words[0])));
  }
  $("palette-count").textContent = rows.length
    ? list.dataset.count.replace("{n}", methods).replace("{total}", known.methods.length)
    : list.dataset.nothing;
  squares(words);
  choose(0);
}

function squares(words) {
  const box = $("palette-states");
  box.replaceChildren();
  for (const [key, name] of Object.entries(known.workspaces)) {
    const all = known.methods.filter((one) => one.workspace === key);
    if (!all.length) continue;
    const group = make("div", "");
    const line = make("div", "line");
    for (const one of all) {
      const hit = words.length && fits(one, words);
      const square = make("span", `state ${known.states?.[one.key]?.code ?? "none"}${hit ? " hit" : ""}`);
      square.title = one.name;
      line.append(square);
    }
    group.append(make("span", "ak-sub", name), line);
    box.append(group);
  }
}

function choose(number, scroll = true) {
  if (rows[at]) rows[at].made.removeAttribute("aria-selected");
  at = Math.max(0, Math.min(number, rows.length - 1));
  const chosen = rows[at];
  const field = $("palette-word");
  if (!chosen) {
    field.removeAttribute("aria-activedescendant");
    $("palette-more").replaceChildren();
    return;
  }
  chosen.made.setAttribute("aria-selected", "true");
  field.setAttribute("aria-activedescendant", chosen.made.id);
  if (scroll) chosen.made.scrollIntoView({ block: "nearest" });
  tell(chosen);
}

// What is known of the chosen one, beside the list.
function tell({ one, group }) {
  const more = $("palette-more");
  const state = known.states?.[one.key];
  more.replaceChildren();
  if (group === "methods") {
    more.append(make("span", "ak-label", `${one.shape} · ${known.workspaces[one.workspace]}`));
    more.append(make("b", "name", one.name), make("span", "other", one.other === one.name ? "" : one.other));
    more.append(make("p", "ak-sub", one.question));
    if (state) more.append(make("p", "ak-strong", state.sentence));
    if (state?.total) more.append(make("p", "ak-small", `${state.rated} / ${state.total}`));
  } else more.append(make("span", "ak-label", one.kind || ""), make("b", "name", one.name));
  const open = make("button", "ak-button main", more.dataset.open);
  open.type = "button";
  open.addEventListener("click", (event) => go(one, event.ctrlKey || event.metaKey));
  more.append(open);
}

function go(one, beside) {
  if (beside && one.href) {
    window.open(one.href, "_blank", "noopener");
    return;
  }
  $("palette").close();
  if (one.press) document.querySelector(one.press).click();
  else if (one.download) {
    const link = make("a", "");
    link.href = one.href;
    link.download = "";
    link.click();
  } else location.assign(one.href);
}

async function open() {
  const dialog = $("palette");
  if (dialog.open) return;
  dialog.showModal();
  $("palette-word").select();
  const account = encodeURIComponent(dialog.dataset.account);
  try {
    known = { states: known?.states, ...(await ask("palette?account=" + account)) };
    show();
    const { states } = await ask(`palette?account=${account}&states=1`);
    known.states = states;
    const before = at;
    show();
    choose(before);
  } catch (error) {
    $("palette-count").textContent = error.message || dialog.dataset.failed;
  }
}

document.addEventListener("keydown", (event) => {
  if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
    event.preventDefault();
    open();
  }
});
document.addEventListener("click", (event) => {
  if (event.target.closest("#find")) open();
  else if (event.target.id === "palette") $("palette").close(); // the ground around it
});
$("palette-word").addEventListener("input", () => known && show());
$("palette-fresh").addEventListener("change", () => known && show());
$("palette-word").addEventListener("keydown", (event) => {
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 8, PageUp: at - 8 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    choose(to);
  } else if (event.key === "Enter" && !event.isComposing && rows[at]) {
    event.preventDefault();
    go(rows[at].one, event.ctrlKey || event.metaKey);
  }
});
