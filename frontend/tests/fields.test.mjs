// The fields: what is typed is saved once, stays in sight until it is saved and when it is refused, and Escape takes it back.
import assert from "node:assert/strict";
import { test } from "node:test";
import { component, panel } from "./component.mjs";
import { opened } from "./page.mjs";

const FIELDS = { number: "shared/number.vue", edit: "shared/edit.vue", choice: "shared/choice.vue" };

// A field of a panel that saves to `path`; `types` puts a text into it as its template does.
function field(kind, props = {}, view = {}) {
  const page = opened();
  const ak = panel(page, view);
  const it = component(page.options(FIELDS[kind]), { ak, ...props });
  it.listen = (name, value) => name === "save" && ak.write("x", value);
  it.types = (text) => Object.assign(it, { draft: text, sent: 0, edit: null });
  it.answered = async (more) => {
    ak.jupyter_done({ kind: "saved", text: "", edit: ak.sent, n: ak.count, ...more });
    await it.settled();
  };
  it.saves = async (text) => {
    if (kind === "choice") it.save(text);
    else it.types(text).save();
    await it.settled();
  };
  it.says = () => ak.said.map(({ value }) => value);
  return { it, ak, page };
}

for (const kind of Object.keys(FIELDS)) {
  test(`${kind}: what was entered stays in sight until it is saved`, async () => {
    const { it, ak } = field(kind);
    await it.saves("7");
    assert.deepEqual([it.draft, ak.standing(it.edit).kind], ["7", "waiting"]);
    await it.answered();
    assert.deepEqual([it.draft, it.edit], [null, null]);
  });

  test(`${kind}: what is refused stays, with the reason, until it is mended`, async () => {
    const { it } = field(kind);
    await it.saves("7");
    await it.answered({ kind: "error", text: "No.", reason: "Too large." });
    assert.deepEqual([it.draft, it.wrong], ["7", "Too large."]);
    await it.saves("8");
    assert.ok(!it.wrong);
    await it.answered();
    assert.equal(it.draft, null);
    assert.deepEqual(it.says(), ["7", "8"]);
  });
}

for (const kind of ["number", "edit"]) {
  test(`${kind}: leaving the field after Enter does not save a second time`, async () => {
    const { it } = field(kind);
    it.types("7");
    it.save();
    it.save();
    await it.answered();
    it.save();
    assert.deepEqual(it.says(), ["7"]);
  });

  test(`${kind}: what is typed while the save is on its way is saved after it`, async () => {
    const { it, ak } = field(kind);
    await it.saves("7");
    const first = ak.sent;
    it.types("78");
    ak.jupyter_done({ kind: "saved", text: "", edit: first, n: ak.count });
    await it.settled();
    assert.equal(it.draft, "78");
    it.save();
    assert.deepEqual(it.says(), ["7", "78"]);
  });

  test(`${kind}: a refused text is not sent again by leaving the field`, async () => {
    const { it } = field(kind);
    await it.saves("7");
    await it.answered({ kind: "error", text: "No.", reason: "Too large." });
    it.save();
    assert.deepEqual(it.says(), ["7"]);
  });

  test(`${kind}: Escape brings the stored text back, and only while nothing is on its way`, async () => {
    const stored = kind === "number" ? { text: "5" } : { value: "5" };
    const { it, page } = field(kind, stored);
    const done = [];
    page.document.execCommand = (...given) => done.push(given);
    const escape = () => {
      const event = new page.Event("keydown", { target: page.document.drawn("input") });
      it.cancel(event);
      return event.stopped;
    };
    assert.equal(escape(), false, "nothing was typed: the key is for what stands around");
    it.types("7");
    assert.equal(escape(), true);
    assert.deepEqual([done, it.draft], [[["insertText", false, "5"]], null]);
    await it.saves("8");
    assert.equal(escape(), false);
    assert.equal(it.draft, "8");
  });
}

test("number: the text that stood there is not saved", async () => {
  const { it } = field("number", { value: 1234.5 });
  await it.saves("1,234.5");
  assert.deepEqual([it.says(), it.draft], [[], null]);
});

for (const [props, locale, shown] of [
  [{ value: 1234.5 }, "en", "1,234.5"],
  [{ value: -0.125, percent: true }, "en", "−12.5 %"],
  [{ value: 1 / 3 }, "en", "0.333333"],
  [{ value: 0 }, "zh-CN", "0"],
  [{ value: null }, "en", ""],
  [{}, "en", ""],
  [{ value: 5, text: "ca. 5" }, "en", "ca. 5"],
])
  test(`number: ${JSON.stringify(props)} is shown as “${shown}”`, () => {
    assert.equal(field("number", props, { locale }).it.shown, shown);
  });

test("number: a percentage is handed over as one, as it was typed", async () => {
  const { it, ak } = field("number", { value: 0.1, percent: true });
  await it.saves("12,5");
  assert.deepEqual([ak.said[0].value, ak.said[0].typed], ["12,5", "percent"]);
});

function enters(more = {}, props = {}) {
  const { it, page } = field("edit", { value: "old", ...props });
  const target = page.document.drawn("textarea");
  target.value = it.draft = "new";
  const event = new page.Event("keydown", { target, ...more });
  it.enter(event);
  return { it, event };
}

test("edit: Enter saves and asks for the next row", () => {
  const { it, event } = enters();
  assert.deepEqual(
    it.emitted.map(([name]) => name),
    ["save", "enter"],
  );
  assert.ok(event.defaultPrevented);
});

test("edit: Enter that chooses a Chinese word, or in a text of many lines, is the field's own", () => {
  for (const given of [enters({ isComposing: true }), enters({}, { lines: true })]) {
    assert.deepEqual(given.it.emitted, []);
    assert.ok(!given.event.defaultPrevented);
  }
});

function dots(value) {
  const page = opened();
  const ak = panel(page);
  const buttons = [1, 2, 3, 4, 5].map(() => page.document.drawn("button"));
  const $el = page.document.body.appendChild(page.document.drawn("span", {}, ...buttons));
  const props = { ak, $el, value, label: "Rivalry", low: "little", high: "much" };
  const it = component(page.options("shared/dots.vue"), props);
  it.$refs.dots = $el;
  return { it, page, buttons };
}

test("dots: a click rates, and one on the rating that stands takes it back", () => {
  const { it } = dots(3);
  it.choose(4);
  it.choose(3);
  assert.deepEqual(it.emitted, [
    ["rate", 4],
    ["rate", null],
  ]);
});

test("dots: a digit rates at once, with no other key held", async () => {
  const { it, page, buttons } = dots(1);
  const key = (name, held = {}) => it.digit({ key: name, preventDefault() {}, ...held });
  key("4");
  await it.settled();
  key("6");
  key("2", { ctrlKey: true });
  assert.deepEqual(it.emitted, [["rate", 4]]);
  assert.equal(page.document.activeElement, buttons[3]);
});

for (const [value, by, rated] of [
  [null, 1, 1],
  [null, -1, 1],
  [4, 1, 5],
  [5, 1, 5],
  [1, -1, 1],
])
  test(`dots: an arrow key by ${by} from ${value} rates ${rated} and takes the focus along`, async () => {
    const { it, page, buttons } = dots(value);
    it.step(by);
    await it.settled();
    assert.deepEqual(it.emitted, [["rate", rated]]);
    assert.equal(page.document.activeElement, buttons[rated - 1]);
  });
