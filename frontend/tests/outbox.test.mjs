// What a person changed reaches the store: in order, again until it is answered, and never twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { panel } from "./component.mjs";
import { opened, storage } from "./page.mjs";

const changed = (it, text) => {
  it.write("findings/f1/text", text);
  return it.sent;
};
const texts = (it) => it.said.map(({ value }) => value);
const saved = (it, edit, more = {}) => it.jupyter_done({ kind: "saved", text: "", edit, ...more });
const late = (it, edit, text = "The database is busy.") => it.jupyter_done({ kind: "later", text, edit });

test("one is on its way at a time, in the order in which they were made", () => {
  const it = panel(opened());
  const [first, second] = ["a", "b", "c"].map((text) => changed(it, text));
  assert.deepEqual(texts(it), ["a"]);
  saved(it, first);
  assert.deepEqual(texts(it), ["a", "b"]);
  saved(it, second);
  assert.deepEqual(texts(it), ["a", "b", "c"]);
});

test("what is not answered is sent again under the same name, and says that it was", () => {
  const page = opened();
  const it = panel(page);
  const edit = changed(it, "a");
  page.clock.pass(14_999);
  assert.equal(it.said.length, 1);
  page.clock.pass(1);
  assert.deepEqual(
    it.said.map(({ edit, again }) => [edit, again]),
    [
      [edit, false],
      [edit, true],
    ],
  );
});

test("an answer that comes twice, as that of a change sent twice does, settles one change", () => {
  const page = opened();
  const it = panel(page);
  const edit = changed(it, "a");
  changed(it, "b");
  page.clock.pass(15_000);
  saved(it, edit);
  saved(it, edit, { text: "Removed." });
  assert.deepEqual(texts(it), ["a", "a", "b"]);
  assert.equal(it.notice, null, "it has been told already");
  page.clock.pass(14_999);
  assert.equal(it.said.length, 3, "the answer to the other one is still to come");
});

test("where the store asks to wait, nothing overtakes what waits", () => {
  const page = opened();
  const it = panel(page);
  const edit = changed(it, "a");
  changed(it, "b");
  late(it, edit);
  assert.equal(it.kept.waiting, 2);
  assert.equal(it.kept.why, "The database is busy.");
  page.clock.pass(499);
  assert.deepEqual(texts(it), ["a"]);
  page.clock.pass(1);
  assert.deepEqual(texts(it), ["a", "a"]);
  saved(it, edit);
  assert.deepEqual(texts(it), ["a", "a", "b"]);
  assert.equal(it.kept.why, "");
});

test("the longer the store is busy the longer it is left alone, up to five seconds", () => {
  const page = opened();
  const it = panel(page);
  const edit = changed(it, "a");
  for (const pause of [500, 1000, 2000, 4000, 5000, 5000]) {
    late(it, edit);
    const before = it.said.length;
    page.clock.pass(pause - 1);
    assert.equal(it.said.length, before);
    page.clock.pass(1);
    assert.equal(it.said.length, before + 1);
  }
});

test("a change is kept until it is answered; a page that opens later sends it, under the same name", () => {
  const localStorage = storage();
  const before = panel(opened({ localStorage }));
  const edits = ["a", "b"].map((text) => changed(before, text));
  const it = panel(opened({ localStorage }));
  assert.deepEqual([it.said[0].edit, it.said[0].again, it.said[0].value], [edits[0], true, "a"]);
  saved(it, edits[0]);
  assert.equal(it.notice, null);
  saved(it, edits[1]);
  assert.match(it.notice.text, /changes from your last visit/i);
  assert.equal(it.notice.late, 2);
  assert.deepEqual(Object.keys(localStorage), []);
});

test("what an earlier page had left comes before what this one changes", () => {
  const localStorage = storage();
  const left = changed(panel(opened({ localStorage })), "left");
  const it = panel(opened({ localStorage }));
  changed(it, "new");
  assert.deepEqual(texts(it), ["left"]);
  saved(it, left);
  assert.deepEqual(texts(it), ["left", "new"]);
});

test("an earlier page's text that is refused is shown: it has no field any more", () => {
  const localStorage = storage();
  const edit = changed(panel(opened({ localStorage })), "typed long ago");
  const it = panel(opened({ localStorage }));
  it.jupyter_done({ kind: "error", text: "The record is gone.", edit });
  assert.equal(it.notice.text, "The record is gone. typed long ago");
});

test("another person's or another account's changes stay where they are", () => {
  const localStorage = storage();
  changed(panel(opened({ localStorage })), "a");
  for (const kept of [{ person: "q" }, { account: "b" }])
    assert.deepEqual(panel(opened({ localStorage }), { kept }).said, []);
  assert.equal(Object.keys(localStorage).length, 1);
});

test("what is older than the store's memory of names is not sent: it might count twice", () => {
  const localStorage = storage();
  const page = opened({ localStorage });
  changed(panel(page), "a");
  page.clock.pass(30 * 24 * 3600 * 1000);
  assert.deepEqual(panel(opened({ localStorage, clock: page.clock })).said, []);
  assert.deepEqual(Object.keys(localStorage), []);
});

test("a browser that keeps nothing sends all the same", () => {
  const refused = () => {
    throw new Error("private window");
  };
  const it = panel(
    opened({ localStorage: Object.create({ getItem: refused, setItem: refused, removeItem: refused }) }),
  );
  const first = changed(it, "a");
  changed(it, "b");
  saved(it, first);
  assert.deepEqual(texts(it), ["a", "b"]);
});

test("more than a thousand that wait are not taken, and that is said", () => {
  const it = panel(opened());
  for (let n = 0; n < 1000; n += 1) assert.ok(changed(it, String(n)));
  assert.equal(it.notice, null);
  assert.equal(changed(it, "one more"), null);
  assert.match(it.notice.text, /Too many changes/);
});

test("a refused change is told beside its field, and goes no second time", () => {
  const page = opened();
  const it = panel(page);
  const edit = changed(it, "a");
  it.jupyter_done({ kind: "error", text: "Too long.", edit, n: it.count });
  assert.deepEqual({ ...it.standing(edit) }, { kind: "refused", text: "Too long." });
  page.clock.pass(60_000);
  assert.equal(it.said.length, 1);
});

test("a kernel that is dead takes nothing away: what it did not get is sent when there is one again", () => {
  const page = opened();
  const it = panel(page);
  const say = it.say;
  it.say = () => {
    throw new Error("no kernel");
  };
  const edit = changed(it, "a");
  assert.equal(it.standing(edit).kind, "waiting");
  it.say = say;
  it.heard.length = 0;
  page.window.accountkitOutbox.retry();
  assert.deepEqual(
    it.heard.map(({ event }) => event),
    ["resend", "write"],
  );
});

test("a change is sent by the panel in which it was made", () => {
  const page = opened();
  const other = panel(page, { kept: { panel: "brief" } });
  const it = panel(page);
  changed(it, "a");
  assert.deepEqual([texts(it), texts(other)], [["a"], []]);
});

test("a panel that has gone lets the others send for it", () => {
  const page = opened();
  const it = panel(page);
  const other = panel(page, { kept: { panel: "brief" } });
  const first = changed(it, "a");
  changed(it, "b");
  it.$unmount();
  saved(other, first);
  assert.deepEqual(
    other.said.map(({ value, panel }) => [value, panel]),
    [["b", "pest"]],
  );
});

test("after a moment a field says that it is not saved yet", () => {
  const page = opened();
  const it = panel(page);
  const edit = changed(it, "a");
  assert.deepEqual([it.standing(edit).slow, it.kept.waiting], [false, 0]);
  page.clock.pass(920);
  assert.deepEqual([it.standing(edit).slow, it.kept.waiting], [true, 1]);
  saved(it, edit);
  assert.deepEqual([it.standing(edit), it.kept.waiting], [null, 0]);
});

test("leaving a page warns while something waits, and not where the page itself is loaded anew", () => {
  const page = opened();
  const it = panel(page);
  const leaves = () => page.dispatchEvent(new page.Event("beforeunload"));
  assert.ok(leaves());
  changed(it, "a");
  assert.ok(!leaves());
  page.window.accountkitOutbox.leave();
  assert.ok(leaves());
});

test("what a page reports as waiting has waited since it was loaded at most", () => {
  const localStorage = storage();
  const page = opened({ localStorage });
  changed(panel(page), "a");
  page.clock.pass(100_000);
  const later = opened({ localStorage, clock: page.clock });
  late(panel(later), Object.keys(localStorage)[0].split(" ").pop(), "busy");
  assert.deepEqual({ ...later.window.accountkitOutbox.waiting() }, { count: 1, since: page.clock.now, why: "busy" });
});
