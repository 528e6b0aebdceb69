// Larger parts: the dialog that throws nothing away unasked, the tabs of the workbook, files in pieces, figures in a table, and
// the form of the evidence.
import assert from "node:assert/strict";
import { test } from "node:test";
import { component, panel } from "./component.mjs";
import { opened } from "./page.mjs";

function dialog(...fields) {
  const page = opened();
  const $el = page.document.body.appendChild(
    page.document.drawn("dialog", {}, ...fields.map((kind) => page.document.drawn(kind))),
  );
  $el.showModal = () => ($el.open = true);
  $el.close = () => ($el.open = false);
  const it = component(page.options("shared/dialog.vue"), { $el, ak: panel(page), open: true });
  it.$refs.keep = $el.appendChild(page.document.drawn("button"));
  return { page, $el, it, controls: it.controls() };
}
const typed = ({ it, controls }, text) => {
  controls[0].value = text;
  it.touched = true;
};

test("dialog: one in which nothing was typed is left at once", () => {
  const { it } = dialog("input");
  it.leave();
  assert.deepEqual(it.emitted, [["close"]]);
});

test("dialog: what was typed is asked about, and to keep it goes back to where it was", async () => {
  const shown = dialog("input");
  typed(shown, "x");
  shown.controls[0].focus();
  shown.it.leave();
  await shown.it.settled();
  assert.deepEqual([shown.it.asking, shown.it.emitted], [true, []]);
  assert.equal(shown.page.document.activeElement, shown.it.$refs.keep);
  shown.it.keep();
  assert.equal(shown.page.document.activeElement, shown.controls[0]);
  shown.it.leave();
  shown.it.discard();
  assert.deepEqual(shown.it.emitted, [["close"]]);
});

test("dialog: what was typed and taken back again, or is safe on its way, is not asked about", () => {
  const taken = dialog("input");
  typed(taken, "x");
  typed(taken, "");
  taken.it.leave();
  const sent = dialog("input");
  typed(sent, "x");
  sent.it.kept = true;
  sent.it.leave();
  assert.deepEqual([taken.it.emitted, sent.it.emitted], [[["close"]], [["close"]]]);
});

test("dialog: what was refused stays there and is asked about", async () => {
  const { it } = dialog("input");
  it.unsaved = true;
  it.leave();
  await it.settled();
  assert.equal(it.asking, true);
});

test("dialog: a field that came later counts as soon as it holds something", async () => {
  const shown = dialog();
  const later = shown.$el.appendChild(shown.page.document.drawn("input"));
  assert.equal(shown.it.filled(), false);
  later.value = "x";
  shown.it.touched = true;
  assert.equal(shown.it.filled(), true);
});

const TABS = ["overview", "pest", "brief"].map((key) => ({
  key,
  name: key,
  screen: key === "pest" ? "environment" : key,
}));
function workbook(hash = "") {
  const page = opened({ hash });
  const tabs = page.document.body.appendChild(page.document.drawn("div", { id: "accountkit-tabs" }));
  tabs.replaceChildren = () => {};
  for (const { key } of TABS) page.document.body.appendChild(page.document.drawn("button", { id: `ak-tab-${key}` }));
  const options = { ...page.options("workbook.vue") };
  const it = panel(page, { tab: "overview", tabs: TABS, apart: [], reading: ["open", "resend"] }, options);
  it.panels = {};
  return { page, it };
}
const opens = ({ it }) => it.said.map(({ tab, path }) => [tab, path]);

test("workbook: the address names the tab, and after a colon the record", () => {
  assert.deepEqual(opens(workbook()), []);
  assert.deepEqual(opens(workbook("#overview")), []);
  assert.deepEqual(opens(workbook("#pest")), [["pest", ""]]);
  assert.deepEqual(opens(workbook("#pest:findings/f1")), [["pest", "findings/f1"]]);
  assert.deepEqual(opens(workbook("#overview:findings/f1")), [["overview", "findings/f1"]]);
  assert.deepEqual(opens(workbook("#nothing")), []);
});

test("workbook: the arrows go round the tabs and take the focus and the address along", async () => {
  const book = workbook();
  book.it.step(-1);
  await book.it.settled();
  assert.equal(book.page.document.activeElement.id, "ak-tab-brief");
  book.it.step(1);
  await book.it.settled();
  assert.deepEqual(opens(book), [
    ["brief", ""],
    ["overview", ""],
  ]);
  assert.equal(book.page.location.hash, "#overview");
});

test("workbook: an address that changes is followed, once", () => {
  const book = workbook();
  book.page.location.hash = "#pest";
  book.it.follow();
  book.it.follow();
  book.page.location.hash = "#nothing";
  book.it.follow();
  assert.deepEqual(opens(book), [["pest", ""]]);
});

test("workbook: the tour is shown once, follows who opens a tab, and not to who came for a record", () => {
  const book = workbook();
  assert.equal(book.it.tour, 0);
  book.it.open("brief");
  assert.equal(book.it.step_now.screen, "brief");
  book.it.leave();
  assert.equal(book.it.known(), true);
  assert.equal(workbook("#pest").it.tour, -1);
});

// Reads a piece of a file as a browser does: an address that holds it.
class Reader {
  readAsDataURL(piece) {
    this.result = `data:;base64,${Buffer.from(piece.bytes).toString("base64")}`;
    queueMicrotask(this.onload);
  }
}
const file = (name, size) => ({
  name,
  size,
  slice: (from, to) => {
    const bytes = new Uint8Array(Math.max(0, Math.min(to, size) - from)).fill(65);
    return { bytes, size: bytes.length };
  },
});
function drop() {
  const page = opened();
  page.FileReader = Reader;
  const acted = [];
  const ak = { v: {}, t: (text) => text, act: (event, data) => acted.push(data) };
  const it = component(page.options("shared/statements-drop.vue"), { ak });
  return { it, ak, acted };
}

test("a file goes in pieces, each when the one before has arrived, and ends", async () => {
  const { it, ak, acted } = drop();
  await it.take(file("a.xlsx", 2_500_000));
  for (const place of [1, 2, 3]) {
    ak.v.arriving = { place, received: place * 1e6, size: 2.5e6 };
    await it.settled();
  }
  assert.deepEqual(
    acted.map(({ place, data }) => [place, Buffer.from(data, "base64").length]),
    [
      [0, 1_000_000],
      [1, 1_000_000],
      [2, 500_000],
    ],
  );
});

test("a file that is too large is refused before anything of it is sent, an empty one is sent", async () => {
  const { it, acted } = drop();
  await it.take(file("large.xlsx", 50_000_001));
  assert.match(it.wrong, /over the limit/);
  assert.deepEqual(acted, []);
  await it.take(file("empty.csv", 0));
  assert.deepEqual(
    acted.map(({ size, data }) => [size, data]),
    [[0, ""]],
  );
});

test("a file's name loses its folders and what is too long of it", () => {
  const { it } = drop();
  assert.equal(it.short("C:\\own/a.xlsx"), "C:_own_a.xlsx");
  assert.equal(it.short("x".repeat(300)).length, 200);
});

function table() {
  const page = opened();
  const ak = panel(page);
  const cell = { text: "1,200", typed: "1200", approximate: true, assumed: false };
  const s = {
    whose: "ours",
    unit: 1e6,
    currency: "USD",
    columns: [{ period: "2025" }],
    rows: [{ key: "revenue", name: "Revenue", cells: [cell] }],
    others: [
      { value: "tax", text: "Tax" },
      { value: "revenue", text: "Revenue" },
    ],
  };
  return { page, ak, it: component(page.options("shared/statements-table.vue"), { ak, s }) };
}

test("table: a figure that was not changed is not sent; one that was taken away is no estimate any more", () => {
  const { it, ak } = table();
  const [row] = it.rows;
  it.enter(row, 0, " 1200 ");
  assert.deepEqual(ak.said, []);
  it.enter(row, 0, " ");
  assert.deepEqual([ak.said[0].text, ak.said[0].approximate], [" ", false]);
});

test("table: a line that is added stands once, empty, until it has figures", () => {
  const { it } = table();
  it.more = ["tax", "revenue"];
  assert.deepEqual(
    [...it.rows].map(({ key, cells }) => [key, cells[0].typed]),
    [
      ["revenue", "1200"],
      ["tax", ""],
    ],
  );
});

test("table: Enter goes one line down in the same column, and stays on the last one", () => {
  const { it, page } = table();
  const { document } = page;
  const line = () => document.drawn("tr", {}, document.drawn("th"), document.drawn("td", {}, document.drawn("input")));
  const [first, second] = [line(), line()].map((row) => document.body.appendChild(row).children[1].children[0]);
  first.focus();
  it.down({ target: first });
  assert.equal(document.activeElement, second);
  it.down({ target: second });
  assert.equal(document.activeElement, document.body);
});

function evidence() {
  const page = opened();
  const ak = panel(page);
  const claim = { entries: [], missing: false, grade: "D", standing: "assumed" };
  const it = component(page.options("shared/evidence.vue"), { ak, claim, target: "findings/f1", unrated: false });
  const answered = (more) => ak.jupyter_done({ kind: "saved", text: "", edit: it.sent.edit, n: it.sent.n, ...more });
  return { it, ak, answered };
}

test("evidence: the form is empty and shut once it is saved, and a second press sends nothing", () => {
  const { it, ak, answered } = evidence();
  it.open = true;
  it.draft.source = "Annual report";
  it.save();
  it.save();
  assert.equal(ak.outbox.entries.length, 1);
  answered();
  assert.deepEqual([it.draft.source, it.open], ["", false]);
});

test("evidence: what is typed while it is on its way stays", () => {
  const { it, answered } = evidence();
  it.open = true;
  it.draft.source = "Annual report";
  it.save();
  it.draft.source = "Annual report 2025";
  answered();
  assert.deepEqual([it.draft.source, it.open], ["Annual report 2025", true]);
});

test("evidence: shut while it is on its way, a refusal finds what was typed", () => {
  const { it, answered } = evidence();
  it.draft.source = "Annual report";
  it.save();
  it.close();
  answered({ kind: "error", text: "No such day." });
  assert.equal(it.draft.source, "Annual report");
  it.close();
  assert.equal(it.draft.source, "");
});

test("evidence: an assumption cannot be confirmed, and nobody confirms what is not, or what is of grade A", () => {
  const { it, ak } = evidence();
  it.draft.status = "confirmed";
  it.assume();
  assert.equal(it.draft.status, "assumed");
  for (const [grade, status, by] of [
    ["B", "confirmed", "Li"],
    ["A", "confirmed", ""],
    ["B", "refuted", ""],
  ]) {
    Object.assign(it, { draft: { ...it.draft, grade, status, confirmed_by: "Li" }, sent: null });
    it.save();
    ak.jupyter_done({ kind: "saved", text: "", edit: it.sent.edit, n: it.sent.n });
    const left = JSON.parse(JSON.stringify(ak.said.at(-1)));
    assert.equal(left.confirmed_by, by);
    assert.ok(!("id" in left));
  }
});
