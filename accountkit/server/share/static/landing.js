// The landing page: search, a new account, and files that are dropped or chosen.
const $ = (id) => document.getElementById(id);
const base = document.body.dataset.base;
const words = $("words").dataset;

function xsrf() {
  const found = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/);
  return found ? decodeURIComponent(found[1]) : "";
}

function say(text) {
  $("said").textContent = text;
  $("said").hidden = !text;
}

async function answered(promise) {
  const response = await promise;
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.message);
  return answer;
}

async function load(upload, name, over) {
  const body = new URLSearchParams({ upload, name, over: over ? "1" : "" });
  const answer = await answered(
    fetch(base + "import", { method: "POST", body, headers: { "X-XSRFToken": xsrf(), Accept: "application/json" } }),
  );
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
    say(error instanceof TypeError ? words.failed : error.message);
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
    const headers = { "X-XSRFToken": xsrf(), "X-File-Name": encodeURIComponent(file.name), Accept: "application/json" };
    const { upload } = await answered(fetch(base + "upload", { method: "POST", body: file, headers }));
    await load(upload, file.name, false);
  });
}

$("file").addEventListener("change", (event) => {
  send(event.target.files[0]);
  event.target.value = "";
});
for (const element of [$("drop"), $("choose")]) {
  element.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      $("file").click();
    }
  });
}
$("drop").addEventListener("click", () => $("file").click());
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

$("new").addEventListener("click", () => $("naming").showModal());
for (const button of document.querySelectorAll("[data-close]"))
  button.addEventListener("click", () => button.closest("dialog").close());

const search = $("search");
if (search)
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase().split(/\s+/);
    const rows = [...document.querySelectorAll("[data-search]")];
    for (const row of rows) row.hidden = !wanted.every((word) => row.dataset.search.includes(word));
    const shown = rows.filter((row) => !row.hidden).length;
    $("none").hidden = shown > 0;
    $("count").textContent = $("count").dataset.of.replace("{n}", shown).replace("{all}", rows.length);
  });
