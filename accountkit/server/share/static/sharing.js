// The dialog of the links for readers: making one, copying it, the list of all, revoking.
import { ask, complain, reason } from "./ask.js";

const $ = (id) => document.getElementById(id);
const words = () => document.querySelector(".links").dataset;

// Runs one thing that was asked for; what goes wrong is said in the dialog.
async function attempt(work, field) {
  complain($("sharing-error"), "");
  if (field) field.removeAttribute("aria-invalid");
  try {
    await work();
  } catch (error) {
    complain($("sharing-error"), reason(error, words().failed), field);
  }
}

function rowOf(link) {
  const row = document.createElement("li");
  const text = document.createElement("span");
  text.className = "grow";
  text.textContent = [
    link.view,
    link.edition,
    link.valid ? words().until.replace("{day}", link.until) : words().over,
    link.used && words().used.replace("{day}", link.used),
  ]
    .filter(Boolean)
    .join(" · ");
  row.append(text);
  if (link.valid) row.append(revokeOf(link));
  return row;
}

function revokeOf(link) {
  const revoke = document.createElement("button");
  revoke.type = "button";
  revoke.className = "ak-button revoke";
  revoke.textContent = words().revoke;
  revoke.onclick = () =>
    attempt(async () => {
      await ask(`links/${link.id}/revoke`, {});
      await list();
      document.querySelector(".links").focus(); // the button that had the focus is gone
    });
  return revoke;
}

async function list() {
  const { links } = await ask("links?account=" + encodeURIComponent($("sharing").dataset.account));
  document.querySelector(".links").replaceChildren(...links.map(rowOf));
}

function open() {
  $("made").hidden = true;
  $("copied").textContent = "";
  $("sharing").showModal();
  attempt(list);
}

async function make(form) {
  const values = { account: $("sharing").dataset.account, ...Object.fromEntries(new FormData(form)) };
  const { address } = await ask("links", values);
  $("address").value = address;
  $("made").hidden = false;
  $("copied").textContent = "";
  $("copy").focus();
  await list();
}

// The clipboard is closed to pages without https, except on one's own machine; the old way still works there.
async function copy() {
  $("address").select();
  const done = navigator.clipboard
    ? await navigator.clipboard.writeText($("address").value).then(
        () => true,
        () => document.execCommand("copy"),
      )
    : document.execCommand("copy");
  $("copied").textContent = done ? words().copied : words().byHand;
  if (done) $("copy").focus();
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#share, #copy");
  if (button) (button.id === "share" ? open : copy)();
});
document.addEventListener("submit", (event) => {
  if (event.target.id !== "sharing-form") return;
  event.preventDefault();
  attempt(() => make(event.target));
});
