// The landing page: search, a new account, and files that are dropped or chosen.
import { ask, complain, reason } from "./ask.js";

const $ = (id) => document.getElementById(id);
const words = $("words").dataset;

function say(text) {
  $("said").textContent = text;
  $("said").hidden = !text;
}

// Accounts of this name are there already: open one of them, or make another. What was typed stays in its dialog.
function choose(same, another) {
  $("same-list").replaceChildren(
    ...same.map(({ name, address, changed }) => {
      const [row, link, when] = ["li", "a", "span"].map((tag) => document.createElement(tag));
      Object.assign(link, { href: address, textContent: name });
      Object.assign(when, { className: "ak-sub", textContent: changed });
      row.append(link, when);
      return row;
    }),
  );
  $("another").onclick = () => {
    $("same").close();
    another();
  };
  $("same").showModal();
}

async function load(upload, name, more = {}) {
  const answer = await ask("import", { upload, name, ...more });
  if (answer.open) {
    // the page that opens tells what was assumed of the file (to-check.js)
    if (answer.to_check.length)
      sessionStorage.setItem(`accountkit-to-check-${answer.slug}`, JSON.stringify([name, answer.to_check]));
    location.assign(answer.open);
    return;
  }
  say("");
  const again = (said) => take(() => load(upload, name, { ...more, ...said }));
  if (answer.same) {
    choose(answer.same, () => again({ another: "1" }));
    return;
  }
  $("over").onclick = () => {
    $("taken").close();
    again({ over: "1" });
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
    await load(upload, file.name);
  });
}

// who only reads begins no account
if ($("drop")) {
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

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-new]")) {
      complain($("naming-error"), "");
      $("naming").showModal();
    }
  });
  const create = async (field, more = {}) => {
    complain($("naming-error"), "", field);
    try {
      const answer = await ask("accounts", { name: field.value, ...more });
      if (answer.open) location.assign(answer.open);
      else choose(answer.same, () => create(field, { another: "1" }));
    } catch (error) {
      complain($("naming-error"), reason(error, words.failed), field);
    }
  };
  $("naming").addEventListener("submit", (event) => {
    event.preventDefault();
    create(event.target.elements.name);
  });
  for (const button of document.querySelectorAll("[data-close]"))
    button.addEventListener("click", () => button.closest("dialog").close());
}

// The search asks the server while one types; the address says what is shown, so that reloading and Back lead to it.
const search = $("search");
if (search) {
  let waiting, asking;
  const seek = async () => {
    clearTimeout(waiting);
    asking?.abort();
    const mine = (asking = new AbortController());
    const query = new URLSearchParams();
    if (search.value.trim()) query.set("q", search.value.trim());
    if ($("sort").selectedIndex) query.set("sort", $("sort").value);
    const address = document.body.dataset.base + (query.size ? `?${query}` : "");
    try {
      const answer = await fetch(address, { signal: mine.signal });
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (!found.getElementById("listing")) throw new Error(String(answer.status));
      $("listing").replaceChildren(...found.getElementById("listing").childNodes);
      $("count").textContent = found.getElementById("count").textContent;
      history.replaceState(null, "", address);
      say("");
    } catch (error) {
      if (error.name !== "AbortError") say(reason(error, words.away));
    }
  };
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(seek, 200);
  });
  $("sort").addEventListener("change", seek);
  $("searching").addEventListener("submit", (event) => {
    event.preventDefault();
    seek();
  });
  $("listing").addEventListener("click", (event) => {
    if (!event.target.closest("#clear")) return;
    event.preventDefault();
    search.value = "";
    search.focus();
    seek();
  });
}
