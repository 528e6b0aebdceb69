// Rows by keyboard: a row that is made takes the focus and what was typed meanwhile; where one was taken away, the focus goes on.
import assert from "node:assert/strict";
import { test } from "node:test";
import { panel } from "./component.mjs";
import { opened } from "./page.mjs";

// A panel with a list of rows, each with a text, a rating and a button that takes it away, and a button that adds one.
function listed(...ids) {
  const page = opened();
  const it = panel(page);
  const { document } = page;
  const row = (id) =>
    document.drawn(
      "li",
      { "data-path": `findings/${id}` },
      document.drawn("textarea"),
      document.drawn("button", { class: "rate" }),
      document.drawn("button", { "data-drop": "" }),
    );
  const rows = ids.map((id) => it.$el.appendChild(row(id)));
  const add = it.$el.appendChild(document.drawn("button", { "data-add": "findings" }));
  const drawn = (id) => it.$el.appendChild(row(id));
  const answered = (more) => it.jupyter_done({ kind: "saved", text: "", edit: it.sent, n: it.count, ...more });
  return { page, document, it, rows, add, drawn, answered };
}
// What a person types while the row is being made goes where the focus is.
const types = ({ document }, text) => (document.activeElement.value += text);
const presses = ({ page, document }, key) =>
  document.activeElement.dispatchEvent(new page.KeyboardEvent("keydown", { key, bubbles: true }));

test("what is typed before the row stands goes into its text, which has the focus then", () => {
  const list = listed();
  list.add.focus();
  list.it.make("add_finding", {});
  types(list, "slow");
  const row = list.drawn("new");
  list.answered({ made: "findings/new" });
  const [text] = row.children;
  assert.equal(list.document.activeElement, text);
  assert.equal(text.value, "slow");
  assert.equal(list.it.caught.value, "");
});

test("the field is told of what came into it, so that it is saved", () => {
  const list = listed();
  list.it.make("add_finding", {});
  types(list, "x");
  const row = list.drawn("new");
  const told = [];
  row.addEventListener("input", (event) => told.push(event.target.value));
  list.answered({ made: "findings/new" });
  assert.deepEqual(told, ["x"]);
});

test("an Enter among what is typed ends the row, and what follows waits for the next one", () => {
  const list = listed();
  list.it.make("add_finding", {});
  types(list, "one\ntwo");
  const first = list.drawn("first");
  first.children[0].addEventListener("keydown", ({ key }) => key === "Enter" && list.it.make("add_finding", {}));
  list.answered({ made: "findings/first" });
  assert.equal(first.children[0].value, "one");
  assert.equal(list.document.activeElement, list.it.caught);
  const second = list.drawn("second");
  list.answered({ made: "findings/second" });
  assert.equal(second.children[0].value, "two");
  assert.equal(list.document.activeElement, second.children[0]);
});

test("Tab meanwhile goes to what follows the text in the new row, not out of the list", () => {
  const list = listed();
  list.it.make("add_finding", {});
  types(list, "x");
  assert.equal(presses(list, "Tab"), false, "the browser's own Tab is held back");
  const row = list.drawn("new");
  list.answered({ made: "findings/new" });
  assert.equal(row.children[0].value, "x");
  assert.equal(list.document.activeElement, row.children[1]);
});

test("a row that is drawn late is waited for", () => {
  const list = listed();
  list.it.make("add_finding", {});
  list.answered({ made: "findings/new" });
  list.page.clock.pass(1000);
  const row = list.drawn("new");
  list.page.clock.pass(100);
  assert.equal(list.document.activeElement, row.children[0]);
});

test("a row that is drawn late takes nothing that is typed for the one made after it", () => {
  const list = listed();
  list.it.make("add_finding", {});
  list.answered({ made: "findings/first" });
  list.it.make("add_finding", {});
  types(list, "for the second");
  const first = list.drawn("first");
  list.page.clock.pass(100);
  assert.equal(first.children[0].value, "");
  const second = list.drawn("second");
  list.answered({ made: "findings/second" });
  assert.equal(second.children[0].value, "for the second");
});

test("a row without a text takes the focus with its first control and loses no key to it", () => {
  const list = listed();
  list.it.make("add_finding", {});
  types(list, "x");
  const row = list.drawn("new");
  row.children[0].remove();
  list.answered({ made: "findings/new" });
  assert.equal(list.document.activeElement, row.children[0]);
  assert.equal(list.it.caught.value, "");
});

test("where no row was made, the button has the focus back", async () => {
  const list = listed();
  list.add.focus();
  list.it.make("add_finding", {});
  list.it.jupyter_done({ kind: "error", text: "There is one already.", edit: list.it.sent, n: list.it.count });
  await list.it.settled();
  assert.equal(list.document.activeElement, list.add);
});

test("who may only read makes nothing and keeps the focus", () => {
  const list = listed();
  list.it.v.editable = false;
  list.add.focus();
  list.it.make("add_finding", {});
  assert.equal(list.document.activeElement, list.add);
  assert.deepEqual(list.it.said, []);
});

for (const [what, at, next] of [
  ["the next row", 0, "findings/b"],
  ["the one before, after the last", 2, "findings/b"],
])
  test(`after a row was taken away the focus is on ${what}`, async () => {
    const list = listed("a", "b", "c");
    list.it.drop(list.rows[at].dataset.path);
    list.rows[at].remove();
    list.answered({});
    await list.it.settled();
    assert.equal(list.document.activeElement.parentElement.dataset.path, next);
    assert.equal(list.document.activeElement.dataset.drop, "");
  });

test("where the neighbour went as well, the one after it has the focus", async () => {
  const list = listed("a", "b", "c");
  list.it.drop("findings/a");
  list.rows[0].remove();
  list.rows[1].remove();
  list.answered({});
  await list.it.settled();
  assert.equal(list.document.activeElement.parentElement.dataset.path, "findings/c");
});

test("after the only row it is on the button that adds one, and without one on the panel", async () => {
  for (const has of [true, false]) {
    const list = listed("a");
    if (!has) list.add.remove();
    list.it.drop("findings/a");
    list.rows[0].remove();
    list.answered({});
    await list.it.settled();
    assert.equal(list.document.activeElement, has ? list.add : list.it.$el);
  }
});

test("rows within a row are not its neighbours", async () => {
  const list = listed("a", "b");
  list.rows[0].appendChild(
    list.document.drawn("p", { "data-path": "findings/a/notes/n" }, list.document.drawn("button")),
  );
  list.it.drop("findings/b");
  list.rows[1].remove();
  list.answered({});
  await list.it.settled();
  assert.equal(list.document.activeElement.dataset.drop, "");
  assert.equal(list.document.activeElement.parentElement, list.rows[0]);
});
