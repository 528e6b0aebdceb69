// What a person changed and the store has not acknowledged yet, kept in order, in the page and in the browser's storage. It is
// sent one after the other and again until it is answered; the store knows each by its id, so that none counts twice. What was
// left when a page closed is sent by the next page of that person and account.
window.accountkitOutbox ||= (() => {
  const AGAIN = 15000; // milliseconds without an answer
  const SLOW = 900; // after which the page says that something is not saved yet
  const MOST = 1000;
  const OLDEST = 30 * 24 * 3600 * 1000; // the store remembers ids for longer
  const random = crypto.getRandomValues(new Uint8Array(12));
  const page = [...random].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const boxes = new Map();
  let count = 0;
  let leaving = false;

  // A browser that keeps nothing (a private window, a full storage) has the edits in the page alone; leaving it warns.
  const stored = (work) => {
    try {
      return work(localStorage);
    } catch (refused) {
      return null;
    }
  };
  // Ids sort as they were made, those of other pages too.
  const newId = () => [Date.now().toString(36), (count++).toString(36).padStart(4, "0"), page].join("-");

  class Box {
    constructor(account, person) {
      this.prefix = ["accountkit-edit", document.body.dataset.base || location.pathname, account, person, ""].join(" ");
      this.panels = new Set();
      this.refused = {};
      this.sending = null;
      this.why = "";
      this.late = { saved: 0, waiting: 0 };
      this.entries = this.left();
      this.late.waiting = this.entries.length;
    }
    left() {
      const names = stored((storage) => Object.keys(storage)) || [];
      const found = names.filter((name) => name.startsWith(this.prefix)).sort();
      return found.flatMap((name) => {
        const id = name.slice(this.prefix.length);
        const since = parseInt(id, 36);
        if (Date.now() - since < OLDEST)
          return [{ ...JSON.parse(localStorage.getItem(name)), id, since, tries: 1, early: true }];
        localStorage.removeItem(name);
        return [];
      });
    }
    join(panel) {
      this.panels.add(panel);
      this.tell();
      this.pump();
    }
    part(panel) {
      this.panels.delete(panel);
    }
    // Keep an edit and send it when its turn comes; its id, or null where too many wait already.
    add(from, event, data, n) {
      if (this.entries.length >= MOST) return null;
      const entry = { id: newId(), panel: from.v.kept.panel, event, data, n, from, since: Date.now(), tries: 0 };
      entry.seen = from.begun ?? from.v.patch; // what the field showed when it was begun to be changed
      this.entries.push(entry);
      const text = JSON.stringify({ panel: entry.panel, event, data });
      stored((storage) => storage.setItem(this.prefix + entry.id, text));
      setTimeout(() => this.tell(), SLOW + 20);
      this.tell();
      this.pump();
      return entry.id;
    }
    pump() {
      const [entry] = this.entries;
      if (this.sending || !entry) return;
      const panels = [...this.panels];
      const line = panels.find((one) => one === entry.from) || panels.find((one) => one.v.editable);
      if (!line) return;
      this.sending = entry.id;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.again(), AGAIN);
      const { id, panel, event, data, n = 0 } = entry;
      entry.tries += 1;
      try {
        const seen = line === entry.from ? { seen: entry.seen } : {};
        line.say({ ...data, ...seen, event, panel, edit: id, n, again: entry.tries > 1 });
      } catch (dead) {
        console.warn("not sent, and kept:", dead); // the kernel has ended; the page offers to continue
      }
    }
    again() {
      this.sending = null;
      this.pump();
    }
    // Take the answer to an edit; what the page is to say of it, or null where the edit is still kept.
    settle(answer) {
      if (!answer || !answer.edit) return answer;
      const at = this.entries.findIndex((entry) => entry.id === answer.edit);
      if (at < 0) return null;
      const entry = this.entries[at];
      if (this.sending === entry.id) this.sending = null;
      clearTimeout(this.timer);
      if (answer.kind === "later") {
        this.why = answer.text;
        this.timer = setTimeout(() => this.again(), Math.min(5000, 250 * 2 ** entry.tries));
        this.tell();
        return null;
      }
      this.entries.splice(at, 1);
      stored((storage) => storage.removeItem(this.prefix + entry.id));
      this.why = "";
      if (answer.kind === "error" && entry.from && !answer.reason) this.refused[entry.id] = answer.text;
      this.tell();
      this.pump();
      if (entry.early) return this.told(entry, answer);
      const { value } = entry.data;
      return typeof value === "string" && !answer.reason ? { ...answer, typed: value } : answer;
    }
    // What a page says of an edit that an earlier one had left.
    told(entry, answer) {
      const { value } = entry.data;
      this.late.waiting -= 1;
      if (answer.kind === "error")
        return { ...answer, text: [answer.text, value?.text ?? value].filter(Boolean).join(" ") };
      this.late.saved += 1;
      return this.late.waiting ? { ...answer, text: "" } : { ...answer, late: this.late.saved };
    }
    // How an edit stands: undefined when it was saved.
    state(id) {
      const entry = this.entries.find((one) => one.id === id);
      if (entry) return { kind: "waiting", slow: !!this.why || Date.now() - entry.since > SLOW };
      return this.refused[id] && { kind: "refused", text: this.refused[id] };
    }
    tell() {
      const late = this.entries.some((entry) => Date.now() - entry.since > SLOW);
      for (const panel of this.panels)
        panel.kept = { waiting: late || this.why ? this.entries.length : 0, why: this.why };
      dispatchEvent(new Event("accountkit-kept"));
    }
  }

  const all = () => [...boxes.values()];
  const outbox = {
    of({ account, person }) {
      const name = account + "\n" + person;
      if (!boxes.has(name)) boxes.set(name, new Box(account, person));
      return boxes.get(name);
    },
    // How many wait, since when, and why, as far as a kernel has said it.
    waiting() {
      const entries = all().flatMap((box) => box.entries);
      const since = Math.min(...entries.map((entry) => Math.max(entry.since, loaded)));
      return {
        count: entries.length,
        since,
        why:
          all()
            .map((box) => box.why)
            .find(Boolean) || "",
      };
    },
    // The connection is there again: ask for what was missed, and send on.
    retry() {
      for (const box of all()) {
        for (const panel of box.panels) panel.act("resend");
        box.again();
      }
    },
    // The page is about to be loaded anew; what it keeps is sent then.
    leave() {
      leaving = true;
    },
  };
  const loaded = Date.now();
  // A text that is being typed is an edit when its field is left; the end of the page is such an end.
  const finish = () => {
    const field = document.activeElement;
    if (field && field.closest(".ak")) field.blur();
  };
  addEventListener("beforeunload", (event) => {
    finish();
    if (!leaving && outbox.waiting().count) event.preventDefault();
  });
  addEventListener("pagehide", finish);
  return outbox;
})();
