// A page without a browser, in which the panels' scripts run as they do in one: its own globals, a clock that the test moves, and
// a storage. Nothing is installed for it but Node.
import { webcrypto } from "node:crypto";
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { Happening, Page } from "./elements.mjs";

const PANELS = new URL("../../accountkit/panels/", import.meta.url);
const { scripts } = JSON.parse(readFileSync(new URL("vue.json", PANELS), "utf8"));
const read = (place) => readFileSync(new URL(place, PANELS), "utf8");

// Time passes only when the test says so: `pass(900)` runs what was to happen until then, in order.
class Clock {
  constructor() {
    this.now = Date.UTC(2026, 0, 5);
    this.waiting = [];
    this.count = 0;
  }
  later = (work, delay = 0) => {
    this.waiting.push({ at: this.now + delay, work, number: ++this.count });
    return this.count;
  };
  never = (number) => {
    this.waiting = this.waiting.filter((each) => each.number !== number);
  };
  pass(milliseconds) {
    const until = this.now + milliseconds;
    for (;;) {
      const [next] = this.waiting
        .filter(({ at }) => at <= until)
        .sort((one, other) => one.at - other.at || one.number - other.number);
      if (!next) break;
      this.never(next.number);
      this.now = Math.max(this.now, next.at);
      next.work();
    }
    this.now = until;
  }
}

// A browser's storage keeps its names as properties of its own.
export const storage = () => {
  const put = (name, value) => Object.defineProperty(kept, name, { value, enumerable: true, configurable: true });
  const kept = Object.create({
    getItem: (name) => (Object.hasOwn(kept, name) ? kept[name] : null),
    setItem: (name, value) => put(name, String(value)),
    removeItem: (name) => delete kept[name],
  });
  return kept;
};

// A page that has loaded what all panels share. Pages of one browser have one `storage`.
export function opened({ localStorage = storage(), clock = new Clock(), hash = "" } = {}) {
  const document = new Page();
  const page = {
    document,
    clock,
    localStorage,
    crypto: webcrypto,
    console: { warn: () => {} },
    location: { pathname: "/workbook", hash },
    history: { replaceState: (_state, _title, address) => (page.location.hash = address) },
    CSS: { escape: (text) => text.replace(/[^\w-]/g, "\\$&") },
    Event: Happening,
    CustomEvent: Happening,
    KeyboardEvent: Happening,
    Date: class extends Date {
      static now = () => clock.now;
    },
    setTimeout: clock.later,
    clearTimeout: clock.never,
    addEventListener: (...given) => heard.addEventListener(...given),
    removeEventListener: (...given) => heard.removeEventListener(...given),
    dispatchEvent: (event) => heard.dispatchEvent(event),
  };
  const heard = new Page(); // what listens to the window
  page.window = page;
  page.Vue = { markRaw: (one) => one }; // an element is kept as it is
  document.body.dataset.base = "/";
  vm.createContext(page);
  for (const place of scripts) vm.runInContext(read(place), page, { filename: place });
  page.run = (code) => vm.runInContext(code, page);
  page.options = (place) => {
    const script = read(place).match(/<script>([^]*?)<\/script>/)[1];
    return page.run(`(() => {${script.replace("export default", "return")}})()`);
  };
  return page;
}
