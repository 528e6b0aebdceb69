// What all panels share: the copy of the view, undo by keyboard, refusals, and the moment at which a panel stands.
import assert from "node:assert/strict";
import { test } from "node:test";
import { component, panel } from "./component.mjs";
import { opened, storage } from "./page.mjs";

test("the view changes where the kernel says: set, taken away, put in order", () => {
  const it = panel(opened(), {
    patch: 6,
    rows: [{ id: "a" }, { id: "b" }],
    chosen: { tab: "x", filter: "y" },
  });
  it.jupyter_patch([
    [["chosen", "tab"], "z"],
    [["chosen", "filter"], null, "gone"],
    [["rows"], [1, { id: "new" }, 0], "order"],
    [["rows", 0, "text"], "moved"],
    [["patch"], 7],
  ]);
  assert.deepEqual(JSON.parse(JSON.stringify(it.v.chosen)), { tab: "z" });
  assert.deepEqual(JSON.parse(JSON.stringify(it.v.rows)), [{ id: "b", text: "moved" }, { id: "new" }, { id: "a" }]);
});

test("a panel that has missed a change asks for the whole view; one that it has already changes nothing", () => {
  const it = panel(opened(), { patch: 0, rows: ["a", "b"] });
  const asked = [];
  it.act = (name) => asked.push(name);
  it.jupyter_patch([
    [["rows", 1], "changed"],
    [["patch"], 2],
  ]);
  assert.deepEqual(asked, ["resend"]);
  it.jupyter_whole({ patch: 2, rows: ["first", "changed"] });
  it.jupyter_patch([
    [["rows", 0], "older"],
    [["patch"], 2],
  ]);
  it.jupyter_patch([
    [["rows", 1], "newer"],
    [["patch"], 3],
  ]);
  assert.deepEqual([it.v.rows.join(), it.v.patch, asked.length], ["first,newer", 3, 1]);
});

test("a panel that arrives says which view it shows, before what an earlier page had left", () => {
  const localStorage = storage();
  panel(opened({ localStorage })).write("findings/f1/text", "left");
  const it = panel(opened({ localStorage }), { patch: 4 });
  assert.deepEqual(
    it.heard.map(({ event, seen }) => [event, seen]),
    [
      ["resend", 4],
      ["write", undefined],
    ],
  );
});

test("a panel without a kernel stands all the same", async () => {
  const it = panel(opened());
  it.stands = false;
  it.say = () => {
    throw new Error("no kernel");
  };
  it.catch_up();
  await it.stand();
  assert.ok(it.stands);
});

test("the view is a copy: what the panel does to it does not go back to the kernel", () => {
  const view = { rows: [{ id: "a" }] };
  const it = panel(opened(), view);
  it.v.rows[0].id = "changed";
  assert.equal(view.rows[0].id, "a");
});

test("a view that comes as state is taken whole, and as a copy", async () => {
  const it = panel(opened(), { chosen: "first" });
  it.view = { chosen: "second" };
  await it.settled();
  assert.equal(it.v.chosen, "second");
  assert.notEqual(it.v, it.view);
});

test("texts are filled in; a place for which there is no value stays as it is", () => {
  const it = panel(opened());
  it.words = { "{n} of {all}": "{all} 中的 {n}" };
  assert.equal(it.t("{n} of {all}", { n: 0 }), "{all} 中的 0");
  assert.equal(it.t("unknown"), "unknown");
});

test("who may only read can look, and changes nothing", () => {
  const it = panel(opened(), { editable: false, reading: ["look"] });
  it.act("write", { path: "x", value: 1 });
  it.act("look", { path: "x" });
  assert.deepEqual(
    it.said.map(({ event }) => event),
    ["look"],
  );
});

test("what passes by is sent at once and not kept: nobody wants it later", () => {
  const page = opened();
  const it = panel(page, { kept: { passing: ["typing"] } });
  it.write("x", 1);
  it.act("typing", { who: "me" });
  assert.deepEqual(
    it.said.map(({ event }) => event),
    ["write", "typing"],
  );
  assert.equal(Object.keys(page.localStorage).length, 1);
});

test("a typed number goes as text with the form it is read by, another value as it is, a missing one as null", () => {
  const page = opened();
  const it = panel(page);
  const written = (value) => {
    it.write("x", value);
    const { typed, value: sent } = it.said.at(-1);
    it.jupyter_done({ kind: "saved", text: "", edit: it.sent });
    return [sent, typed];
  };
  assert.deepEqual(written({ typed: "percent", text: "12,5" }), ["12,5", "percent"]);
  assert.deepEqual(written("words"), ["words", undefined]);
  assert.deepEqual(written(4), [4, undefined]);
  assert.deepEqual(written(undefined), [null, undefined]);
  assert.deepEqual(written({ typed: "number", text: "" }), ["", "number"]);
});

const pressed = (page, more) => {
  const event = new page.KeyboardEvent("keydown", { key: "z", ctrlKey: true, bubbles: true, ...more });
  page.document.activeElement.dispatchEvent(event);
  page.document.dispatchEvent(event);
  return event;
};

for (const [keys, event] of [
  [{}, "undo"],
  [{ ctrlKey: false, metaKey: true }, "undo"],
  [{ key: "Z", shiftKey: true }, "redo"],
  [{ key: "y" }, "redo"],
  [{ ctrlKey: false }, undefined],
  [{ altKey: true }, undefined],
  [{ key: "x" }, undefined],
])
  test(`${JSON.stringify(keys)} is ${event ?? "left to the browser"}`, () => {
    const page = opened();
    const it = panel(page);
    assert.equal(pressed(page, keys).defaultPrevented, Boolean(event));
    assert.equal(it.said[0]?.event, event);
  });

for (const [tag, attributes, own] of [
  ["textarea", {}, true],
  ["input", { type: "text" }, true],
  ["input", { type: "number" }, true],
  ["div", { isContentEditable: true }, true],
  ["input", { type: "checkbox" }, false],
  ["select", {}, false],
  ["button", {}, false],
])
  test(`in ${tag} ${JSON.stringify(attributes)} undo is ${own ? "the text's own" : "the panel's"}`, () => {
    const page = opened();
    const it = panel(page);
    const field = it.$el.appendChild(page.document.drawn(tag, attributes));
    field.focus();
    pressed(page);
    assert.equal(it.said.length, own ? 0 : 1);
  });

test("one key undoes once: a panel in the workbook leaves it to the workbook", () => {
  const page = opened();
  const inner = panel(page); // drawn, and listening, before what is around it
  const around = panel(page, { kept: { panel: "workbook" } });
  around.$el.className = "ak ak-workbook";
  around.$el.appendChild(inner.$el);
  pressed(page);
  assert.deepEqual([around.said.length, inner.said.length], [1, 0]);
});

test("a refused value is told beside its field; where no field says it, the message does", async () => {
  const page = opened();
  const it = panel(page);
  for (const hasField of [true, false]) {
    it.write("x", "1e");
    const n = it.count;
    if (hasField) it.$el.appendChild(page.document.drawn("span", { id: it.wrong_id(n) }));
    it.jupyter_done({ kind: "error", text: "Not saved.", reason: "Not a number.", edit: it.sent, n });
    await it.settled();
    assert.equal(it.reason(n), "Not a number.");
    assert.equal(it.notice?.text, hasField ? undefined : "Not saved.");
  }
});

test("what was typed into a record that is gone is told with the refusal", async () => {
  const it = panel(opened());
  it.write("x", "my words");
  it.jupyter_done({ kind: "error", text: "Deleted.", edit: it.sent, n: it.count });
  await it.settled();
  assert.equal(it.notice.text, "Deleted. Your text: my words");
});

test("a form keeps what it holds until it is saved, and what is refused too", () => {
  const it = panel(opened());
  const done = [];
  const first = it.send("cite", { note: "a" }, () => done.push("a"));
  assert.ok(it.isWaiting(first));
  it.jupyter_done({ kind: "error", text: "No.", edit: first.edit, n: first.n });
  assert.deepEqual([done, it.isWaiting(first)], [[], false]);
  const second = it.send("cite", { note: "b" }, () => done.push("b"));
  it.jupyter_done({ kind: "saved", text: "", edit: second.edit, n: second.n });
  assert.deepEqual([done, it.isWaiting(second)], [["b"], false]);
});

test("a panel stands once it is drawn with everything placed in it", async () => {
  const page = opened();
  const stood = [];
  page.document.body.addEventListener("accountkit-stands", (event) => stood.push(event.target));
  const it = panel(page);
  const place = component(page.run("accountkitPlace"), { ak: it });
  place.$el = it.$el.appendChild(page.document.drawn("div", {}, page.document.drawn("div", { class: "ak" })));
  await it.settled();
  assert.deepEqual(stood, []);
  const [inner] = place.$el.children;
  inner.dispatchEvent(new page.CustomEvent("accountkit-stands", { bubbles: true }));
  await it.settled();
  assert.deepEqual(stood, [it.$el]);
  await it.stand();
  assert.equal(stood.length, 1, "it says so once");
});

test("a record that is brought back on another tab is named, one in sight is gone to, not into its text", () => {
  const page = opened();
  const it = panel(page);
  const { document } = page;
  const text = document.drawn("textarea");
  const drop = document.drawn("button", { "data-drop": "" });
  it.$el.appendChild(document.drawn("li", { "data-path": "findings/a" }, text, drop));
  const undone = (more) => {
    it.undo();
    it.jupyter_done({ kind: "saved", text: "", edit: it.sent, n: it.count, ...more });
  };
  undone({ made: "findings/a" });
  assert.equal(document.activeElement, drop);
  undone({ made: "problems/b", place: { tab: "problem_types", name: "Problems" } });
  assert.equal(it.notice.place.name, "Problems");
});

test("what a rating means: the words of its scale where they are, and between them that it is close to one", () => {
  const it = panel(opened(), {});
  const scale = { low: "content to lag", high: "wants to lead" };
  const said = [null, 1, 2, 3, 4, 5].map((n) => it.meaning(n, scale));
  assert.deepEqual(said, [
    "1: content to lag · 5: wants to lead",
    "content to lag",
    "Close to “content to lag”",
    "Between or mixed",
    "Close to “wants to lead”",
    "wants to lead",
  ]);
  assert.equal(it.meaning(3, { ...scale, middle: "follows the mainstream" }), "follows the mainstream");
  assert.equal(it.meaning(4, {}), "");
});
