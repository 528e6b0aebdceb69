// What every panel's <script> shares; `vue.composed` puts it in front of the panel's own script.
// The browser holds `v`, a copy of the panel's view; the kernel sends what changed of it.
// A widget in a panel's template: the panel stands when each that is placed in it does.
const accountkitPlace = {
  props: ["widget"],
  inject: ["ak"],
  created() {
    this.ak.places.add(this);
  },
  beforeUnmount() {
    this.ak.places.delete(this);
    this.ak.stand();
  },
  render() {
    return window.Vue.h(this.$.appContext.components["jupyter-widget"], { widget: this.widget });
  },
};
const accountkit = {
  components: { "jupyter-widget": accountkitPlace },
  data() {
    return {
      v: {},
      notice: null,
      count: 0,
      kept: { waiting: 0, why: "" },
      making: null,
      dropping: null,
      undoing: 0,
      refusals: {},
    };
  },
  // the view is not there yet when data() runs: ipyvue's own mixin, with the traits, comes after this one
  created() {
    this.places = new Set();
    this.v = JSON.parse(JSON.stringify(this.view));
    this.outbox = window.accountkitOutbox.of(this.v.kept);
  },
  provide() {
    return { ak: this };
  },
  computed: {
    // On a page of our own the page itself says what is the matter (life.js).
    outside() {
      return document.body.dataset.base !== undefined;
    },
  },
  mounted() {
    if (!this.$el || !this.$el.addEventListener) return;
    // on a page of our own undo works wherever the focus is; in JupyterLab the notebook around the panel has its own
    this.ears = document.body.dataset.base === undefined ? this.$el : document;
    this.ears.addEventListener("keydown", this.keys);
    this.$el.addEventListener("accountkit-stands", this.placed);
    this.$el.lang = this.v.locale;
    this.outbox.join(this);
    this.stand();
  },
  beforeUnmount() {
    if (this.ears) this.ears.removeEventListener("keydown", this.keys);
  },
  unmounted() {
    this.outbox.part(this);
  },
  methods: {
    t(text, values) {
      const known = this.words[text] || text;
      return values ? known.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole)) : known;
    },
    // Whether all is placed that this panel is to show; the workbook waits for the tab that is open.
    isComplete() {
      return true;
    },
    // Say once that the panel stands: it is drawn, with everything placed in it. The page shows it then.
    async stand() {
      await this.$nextTick();
      if (this.stands || !this.isComplete() || ![...this.places].every((place) => place.stands)) return;
      this.stands = true;
      this.$el.dispatchEvent(new CustomEvent("accountkit-stands", { bubbles: true }));
    },
    placed(event) {
      if (event.target === this.$el) return;
      event.stopPropagation();
      for (const place of this.places) if (place.$el.contains(event.target)) place.stands = true;
      this.stand();
    },
    // Send one named event; the answer is `jupyter_done`. What changes the account is kept until it is answered.
    act(event, data) {
      const reading = this.v.reading.includes(event);
      if (!this.v.editable && !reading) return;
      this.count += 1;
      if (reading || this.v.kept.passing.includes(event)) {
        this.say({ ...(data || {}), event, n: this.count });
        return;
      }
      this.sent = this.outbox.add(this, event, data || {}, this.count);
      if (!this.sent)
        this.notice = { kind: "error", text: this.t("Too many changes wait to be saved. Wait until they are.") };
    },
    // The id of the edit that `work` makes; null where it makes none.
    edited(work) {
      this.sent = null;
      work();
      return this.sent;
    },
    // How an edit stands (`kept.vue`); nothing when it was saved. `kept` is read so that a change of it is noticed.
    standing(edit) {
      return (this.kept && edit && this.outbox.state(edit)) || null;
    },
    // A number field hands over its text with the form it is read by (`{ typed, text }`); the kernel reads it.
    write(path, value) {
      const { typed, text } = (value && value.typed && value) || { text: value };
      this.act("write", { path, value: text === undefined ? null : text, ...(typed ? { typed } : {}) });
    },
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
    // A refused value is told beside the field it was typed into; where it came from no field, the message tells it.
    refuse(answer) {
      this.refusals = { [answer.n]: answer.reason };
      this.notice = null;
      this.$nextTick(() => {
        if (!document.getElementById(this.wrong_id(answer.n))) this.notice = answer;
      });
    },
    wrong_id(n) {
      return `ak-wrong-${this.page}-${n}`;
    },
    undo(event = "undo") {
      this.act(event);
      this.undoing = this.count;
    },
    // What was brought back is gone to, where it is in sight; not into its text, whose own undo would be meant by the next key.
    back({ made, place }) {
      this.undoing = 0;
      if (!made) return;
      if (place && place.tab !== this.shown) this.notice = { kind: "saved", text: this.t("Undone."), place };
      else this.find(made, (row) => (row.querySelector("[data-drop]") || row.querySelector("button") || row).focus());
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
      });
    },
    // Go to another tab of the workbook and, there, to the record at `path`: the workbook around this panel, or on a page
    // of our own the workbook's page. Alone in a notebook it goes nowhere.
    go(tab, path) {
      const page = this.$el.closest(".ak-workbook") ? null : this.workbook_page(tab);
      if (page) location.href = page + (path ? ":" + path : "");
      else this.$el.dispatchEvent(new CustomEvent("accountkit-go", { bubbles: true, detail: { tab, path } }));
    },
    workbook_page(tab) {
      const link = document.querySelector(`#accountkit-tabs a[href$="#${CSS.escape(tab)}"]`);
      return link && link.href;
    },
    leads(tab) {
      return !!(this.$el.closest(".ak-workbook") || this.workbook_page(tab));
    },
    // Bring the record at `path` into sight and give it the focus; it may be about to be drawn.
    find(path, arrive = this.touch, tries = 30) {
      const row = this.$el.querySelector(`[data-path="${CSS.escape(path)}"]`);
      if (!row || !row.offsetParent) {
        if (tries > 0) setTimeout(() => this.find(path, arrive, tries - 1), 100);
        return;
      }
      row.scrollIntoView({ block: "center", behavior: "smooth" });
      row.classList.add("ak-found");
      setTimeout(() => row.classList.remove("ak-found"), 2000);
      arrive(row);
    },
    touch(row) {
      const control = row.querySelector("textarea, button, select, input");
      if (control) control.focus({ preventScroll: true });
    },
    jupyter_patch(changes) {
      for (const [path, value, how] of changes) {
        let node = this.v;
        for (const step of path.slice(0, -1)) node = node[step];
        const last = path[path.length - 1];
        if (how === "gone") delete node[last];
        else if (how === "order") {
          const before = node[last];
          node[last] = value.map((one) => (typeof one === "number" ? before[one] : one));
        } else node[last] = value;
      }
    },
    jupyter_whole(view) {
      this.v = JSON.parse(JSON.stringify(view));
    },
    jupyter_done(given) {
      const answer = this.outbox.settle(given);
      if (!answer) return;
      if (answer.late)
        answer.text = this.t("{n} changes from your last visit were not saved then. They are saved now.", {
          n: answer.late,
        });
      this.notice = answer.text ? answer : null;
      if (answer.reason) this.refuse(answer);
      if (!this.stands && answer && answer.kind === "error")
        this.$el.dispatchEvent(new CustomEvent("accountkit-failed", { bubbles: true, detail: answer.text }));
      if (this.undoing && answer.n === this.undoing) this.back(answer);
      if (this.making && answer.n === this.making.n) this.arrived(answer, this.making);
      if (this.dropping && answer.n === this.dropping.n) this.fell(this.dropping);
      if (this.$el && this.$el.dispatchEvent) {
        this.$el.dispatchEvent(new CustomEvent("accountkit-saved", { bubbles: true, detail: answer || {} }));
      }
    },
    keys(event) {
      const key = event.key.toLowerCase();
      if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== "z" && key !== "y")) return;
      // a panel in the workbook leaves it to the workbook, else one key would undo twice
      const inner = this.$el.parentElement && this.$el.parentElement.closest(".ak-workbook");
      if (inner || event.defaultPrevented || !this.$el.isConnected || this.typed_in(event.target)) return;
      event.preventDefault();
      this.undo(key === "y" || event.shiftKey ? "redo" : "undo");
    },
    // Whether keys are text there, which has an undo of its own.
    typed_in(node) {
      const text = ["text", "search", "url", "number", "email", "tel", "password"];
      return (
        node.tagName === "TEXTAREA" || node.isContentEditable || (node.tagName === "INPUT" && text.includes(node.type))
      );
    },
  },
};
