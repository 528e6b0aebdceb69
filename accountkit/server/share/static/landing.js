// The landing page: search, a new account, and files that are dropped or chosen.
import { ask, complain, reason } from "./ask.js";

const $ = (id) => document.getElementById(id);
const words = $("words").dataset;

function say(text) {
  $("said").textContent = text;
  $("said").hidden = !text;
}

async function load(upload, name, over) {
  const answer = await ask("import", { upload, name, over: over ? "1" : "" });
  if (answer.open) {
    location.assign(answer.open);
    return;
  }
  say("");
  $("over").onclick = () => {
    $("taken").close();
    take(() => load(upload, name, true));
  };
  $("taken").showModal();
}

async function take(work) {
  try {
    await work();
  } catch (error) {
    say(reason(error, words.failed));
  }
}

function send(file) {
  if (!file) return;
  if (file.size > 50e6) {
    say(words.large);
    return;
  }
  say(words.reading.replace("{name}", file.name));
  take(async () => {
    const { upload } = await ask("upload", file, { "X-File-Name": encodeURIComponent(file.name) });
    await load(upload, file.name, false);
  });
}

$("file").addEventListener("change", (event) => {
  send(event.target.files[0]);
  event.target.value = "";
});
for (const element of [$("drop"), $("choose")]) element.addEventListener("click", () => $("file").click());
$("drop").addEventListener("keydown", (event) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  $("file").click();
});
addEventListener("dragover", (event) => {
  event.preventDefault();
  $("drop").classList.add("over");
});
addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) $("drop").classList.remove("over");
});
addEventListener("drop", (event) => {
  event.preventDefault();
  $("drop").classList.remove("over");
  send(event.dataTransfer.files[0]);
});

for (const button of document.querySelectorAll("[data-new]"))
  button.addEventListener("click", () => {
    complain($("naming-error"), "");
    $("naming").showModal();
  });
$("naming").addEventListener("submit", async (event) => {
  event.preventDefault();
  const field = event.target.elements.name;
  complain($("naming-error"), "", field);
  try {
    location.assign((await ask("accounts", { name: field.value })).open);
  } catch (error) {
    complain($("naming-error"), reason(error, words.failed), field);
  }
});
for (const button of document.querySelectorAll("[data-close]"))
  button.addEventListener("click", () => button.closest("dialog").close());

const search = $("search");
if (search) {
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    const rows = [...document.querySelectorAll("[data-search]")];
    for (const row of rows) row.hidden = !wanted.every((word) => row.dataset.search.includes(word));
    const shown = rows.filter((row) => !row.hidden).length;
    $("none").hidden = shown > 0;
    $("count").textContent = $("count").dataset.of.replace("{n}", shown).replace("{all}", rows.length);
  });
  $("clear").addEventListener("click", () => {
    search.value = "";
    search.dispatchEvent(new Event("input"));
    search.focus();
  });
}
