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
  mixins: [accountkitRows],
  components: { "jupyter-widget": accountkitPlace },
  data() {
    return {
      v: {},
      notice: null,
      count: 0,
      kept: { waiting: 0, why: "" },
      said: "",
      undoing: 0,
      refusals: {},
      dialog: null,
      refocused: 0,
      mounted: false, // what leads elsewhere depends on where the panel lies
    };
  },
  // the view is not there yet when data() runs: ipyvue's own mixin, with the traits, comes after this one
  created() {
    this.places = new Set();
    this.forms = new Map();
    this.v = JSON.parse(JSON.stringify(this.view));
    this.outbox = window.accountkitOutbox.of(this.v.kept);
  },
  provide() {
    return { ak: this };
  },
  // The kernel sends the whole view as state, and not as a patch, where a panel may not have been there to hear of a change.
  watch: {
    view(whole) {
      this.jupyter_whole(whole);
    },
  },
  computed: {
    // On a page of our own the page itself says what is the matter (life.js).
    outside() {
      return document.body.dataset.base !== undefined;
    },
  },
  mounted() {
    if (!this.$el || !this.$el.addEventListener) return;
    this.mounted = true;
    // on a page of our own undo works wherever the focus is; in JupyterLab the notebook around the panel has its own
    this.ears = document.body.dataset.base === undefined ? this.$el : document;
    this.ears.addEventListener("keydown", this.keys);
    this.$el.addEventListener("accountkit-stands", this.placed);
    this.$el.lang = this.v.locale;
    this.catch_up();
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
    // What changed since this view was sent had nobody here to hear of it: the kernel sends the whole if there is something.
    catch_up() {
      try {
        this.act("resend", { seen: this.v.patch });
      } catch (dead) {
        console.warn("the view may not be the newest:", dead); // the kernel has ended; the page offers to continue
      }
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
      // a message is about the last change: one that offers to undo it must not undo the next
      for (const panel of this.outbox.panels) panel.notice = null;
      this.sent = this.outbox.add(this, event, data || {}, this.count);
      if (!this.sent)
        this.notice = { kind: "error", text: this.t("Too many changes are not saved yet. Wait until they are.") };
    },
    // The id of the edit that `work` makes; null where it makes none.
    edited(work) {
      this.sent = null;
      work();
      return this.sent;
    },
    // Send what a field holds, by `emit`: the field knows its edit, and the number under which it may be refused.
    hold(field, emit) {
      const before = this.count;
      this.begun = field.begun;
      field.edit = this.edited(emit);
      this.begun = null;
      field.sent = this.count > before ? this.count : 0;
    },
    // What a panel that holds others says for a moment when one of them has saved an edit; to look at something is none.
    saved(answer) {
      if (answer.kind !== "saved" || !answer.edit) return;
      this.said = this.t("Saved");
      clearTimeout(this.fading);
      this.fading = setTimeout(() => {
        this.said = "";
      }, 1500);
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
    // What a rating of 1 to 5 means: the words of its scale at 1 and 5, and what lies between; both ends for no rating.
    meaning(n, { low, middle, high }) {
      if (!low && !high) return "";
      if (!n) return this.t("1: {low} · 5: {high}", { low, high });
      if (n === 3) return middle || this.t("Between or mixed");
      const text = n < 3 ? low : high;
      return n === 1 || n === 5 ? text : this.t("Close to “{text}”", { text });
    },
    // Send what a form holds; it keeps it until `saved` is called, and `ak-answer` says meanwhile how it stands.
    send(event, data, saved) {
      const edit = this.edited(() => this.act(event, data));
      this.forms.set(this.count, saved);
      return { edit, n: this.count };
    },
    // Whether what a form sent is still on its way.
    isWaiting(sent) {
      const state = sent && this.standing(sent.edit);
      return !!state && state.kind === "waiting";
    },
    // What was refused is told beside its field or in its form; where there is none in sight, the message tells it.
    refuse(answer) {
      this.refusals = { ...this.refusals, [answer.n]: answer };
      this.notice = null;
      this.$nextTick(() => {
        if (document.getElementById(this.wrong_id(answer.n))) return;
        const { text, typed } = answer;
        this.notice = {
          ...answer,
          text: typed ? this.t("{said} Your text: {text}", { said: text, text: typed }) : text,
        };
      });
    },
    // Why the value of a field was refused that was sent as number `n`: the reason, or where none is named all that was said.
    reason(n) {
      const refusal = this.refusals[n] || {};
      return refusal.reason || refusal.text;
    },
    wrong_id(n) {
      return `ak-wrong-${this.v.kept.panel}-${n}`;
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
      return this.mounted && !!(this.$el.closest(".ak-workbook") || this.workbook_page(tab));
    },
    // Unfold what hides the record at `path`; a panel that folds records away says how.
    reveal() {},
    // Bring the record at `path` into sight and give it the focus; it may be about to be drawn.
    find(path, arrive = this.touch, tries = 30) {
      this.reveal(path);
      const at = CSS.escape(path); // of a list that is empty there is the button that begins it
      // tabs out of sight have such a button too
      const there = this.$el.querySelectorAll(`[data-path="${at}"], [data-add="${at}"]`);
      const row = [...there].find((one) => one.offsetParent);
      if (!row) {
        if (tries > 0) setTimeout(() => this.find(path, arrive, tries - 1), 100);
        return;
      }
      row.scrollIntoView({ block: "center", behavior: "smooth" });
      row.dataset.found = ""; // not a class: Vue writes those anew when one of the row's own changes
      setTimeout(() => delete row.dataset.found, 2000);
      arrive(row);
    },
    // The focus goes to the control that is `wanted` there, where the row has one that can be used, else to its first.
    touch(row, wanted = "textarea") {
      const usable = (selector) => [...row.querySelectorAll(selector)].find((one) => !one.disabled);
      const control = row.matches("button") ? row : usable(wanted) || usable("textarea, button, select, input");
      if (control) control.focus({ preventScroll: true });
    },
    jupyter_patch(changes) {
      const [, number] = changes[changes.length - 1];
      if (number <= this.v.patch) return; // the whole view that was sent meanwhile has it
      if (number !== this.v.patch + 1) {
        this.act("resend"); // an earlier one came before this panel listened
        return;
      }
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
        answer.text = this.t("Changes from your last visit that were not saved then: {n}. They are saved now.", {
          n: answer.late,
        });
      this.notice = answer.text ? answer : null;
      if (answer.kind === "error" && answer.n) this.refuse(answer);
      else if (this.forms.has(answer.n)) this.forms.get(answer.n)();
      this.forms.delete(answer.n);
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
      const inner = this.$el.parentElement && this.$el.parentElement.closest(".ak-workbook, .ak-workspace");
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
