// Rows by keyboard, for every panel: a row that is made takes the focus and what is typed meanwhile; where one was taken away,
// the focus goes to its neighbour. A part of what all panels share (`panel.js`).
const accountkitRows = {
  data() {
    return { making: null, dropping: null };
  },
  methods: {
    // Make a record: until its row stands, the keys that are pressed go into a field out of sight (a space would press
    // the button again, a letter would be lost), and from there into the row's own text field, which takes the focus.
    make(event, data) {
      if (!this.v.editable) return;
      const from = document.activeElement;
      this.catcher().dataset.onward = "";
      this.catcher().focus({ preventScroll: true });
      this.act(event, data);
      this.making = { n: this.count, from };
    },
    catcher() {
      if (!this.caught) {
        this.caught = document.createElement("textarea");
        this.caught.className = "ak-catcher";
        this.caught.tabIndex = -1;
        this.caught.setAttribute("aria-label", this.t("New row"));
        // Tab leaves the row that is being made, not the place out of sight
        this.caught.addEventListener("keydown", (event) => {
          if (event.key !== "Tab") return;
          event.preventDefault();
          this.caught.dataset.onward = "1";
        });
      }
      if (!this.caught.isConnected) this.$el.appendChild(this.caught);
      return this.caught;
    },
    // The answer to `make`: the row takes the focus and what was typed; where none was made, the button has it back.
    arrived({ made, place }, { from }) {
      this.making = null;
      const caught = this.catcher();
      if (!made || place) {
        const show = () => this.$el.querySelector(".ak-toast [data-show]") || (from && from.isConnected && from);
        return this.$nextTick(() => (show() || caught)[show() ? "focus" : "blur"]());
      }
      this.find(made, (row) => this.fill(row));
    },
    fill(row) {
      const caught = this.catcher();
      const controls = [...row.querySelectorAll("textarea, input, button, select")];
      const field = controls.find((each) => each.tagName === "TEXTAREA") || controls[0];
      if (!field || (this.making && document.activeElement === caught)) return;
      field.focus({ preventScroll: true });
      const [line, ...more] = caught.value.split("\n");
      const onward = caught.dataset.onward;
      caught.value = caught.dataset.onward = "";
      if (field.tagName !== "TEXTAREA") return;
      field.setSelectionRange(field.value.length, field.value.length);
      if (line) {
        field.value += line;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
      if (more.length) {
        field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
        Object.assign(caught, { value: more.join("\n") }).dataset.onward = onward;
      } else if (onward) controls[controls.indexOf(field) + 1].focus({ preventScroll: true });
    },
    // Take the record at `path` away. The focus goes to what stands at its place then: the next row, the one before, or
    // the button that adds one.
    drop(path) {
      const list = path.slice(0, path.lastIndexOf("/") + 1);
      const rows = [...this.$el.querySelectorAll(`[data-path^="${CSS.escape(list)}"]`)]
        .map((row) => row.dataset.path)
        .filter((each) => !each.slice(list.length).includes("/"));
      const at = rows.indexOf(path);
      this.act("remove", { path });
      this.dropping = { n: this.count, list, rows: [...rows.slice(at + 1), ...rows.slice(0, at).reverse()] };
    },
    fell({ list, rows }) {
      this.dropping = null;
      this.$nextTick(() => {
        const there = (path) => this.$el.querySelector(`[data-path="${CSS.escape(path)}"]`);
        const row = rows.map(there).find(Boolean);
        const control =
          (row && (row.querySelector("[data-drop]") || row.querySelector("button, textarea, input, select"))) ||
          this.$el.querySelector(`[data-add="${CSS.escape(list.slice(0, -1))}"]`) ||
          this.$el;
        if (control === this.$el) control.tabIndex = -1;
        control.focus();
        this.refocused += 1;
      });
    },
  },
};
