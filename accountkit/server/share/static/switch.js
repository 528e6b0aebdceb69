// The switch of accounts in the bar: its search asks the server while one types; Enter leads to the list of all that are found.
import { ask } from "./ask.js";

const field = document.getElementById("switch-search");
if (field) {
  const list = document.getElementById("switch-list");
  const count = document.getElementById("switch-count");
  const begun = [...list.children];
  let waiting, turn;

  function link({ name, address }) {
    const found = document.createElement("a");
    found.href = address;
    found.textContent = name;
    return found;
  }

  async function seek() {
    const word = field.value.trim();
    const mine = (turn = {});
    if (!word) {
      list.replaceChildren(...begun);
      count.textContent = "";
      return;
    }
    try {
      const found = await ask(`accounts?${new URLSearchParams({ q: word })}`);
      if (mine !== turn) return;
      list.replaceChildren(...found.accounts.map(link));
      count.textContent = found.found
        ? count.dataset.of.replace("{n}", found.found).replace("{all}", found.all)
        : count.dataset.none;
    } catch (error) {
      console.warn(error);
      if (mine === turn) count.textContent = count.dataset.failed;
    }
  }

  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(seek, 200);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || !list.firstElementChild) return;
    event.preventDefault();
    list.firstElementChild.focus();
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...list.children];
    (all[all.indexOf(document.activeElement) + step] ?? field).focus();
  });
}
