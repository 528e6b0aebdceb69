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
    return { v: {}, pending: 0, late: false, notice: null, count: 0, page: Math.random().toString(36).slice(2, 12) };
  },
  // the view is not there yet when data() runs: ipyvue's own mixin, with the traits, comes after this one
  created() {
    this.places = new Set();
    this.v = JSON.parse(JSON.stringify(this.view));
  },
  provide() {
    return { ak: this };
  },
  mounted() {
    if (!this.$el || !this.$el.addEventListener) return;
    this.$el.addEventListener("keydown", this.keys);
    this.$el.addEventListener("accountkit-stands", this.placed);
    this.$el.lang = this.v.locale;
    this.stand();
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
    // Send one named event; the answer is `jupyter_done`. What is not answered within five seconds is said loudly.
    act(event, data) {
      if (!this.v.editable && !this.v.reading.includes(event)) return;
      this.count += 1;
      this.pending += 1;
      this.say({ ...(data || {}), event, n: this.count, page: this.page });
      clearTimeout(this.timer);
      if (!this.v.reading.includes(event))
        this.timer = setTimeout(() => {
          this.late = this.pending > 0;
        }, 5000);
    },
    write(path, value) {
      this.act("write", { path, value: value === undefined ? null : value });
    },
    // Go to another tab of the workbook and, there, to the record at `path`; alone in a notebook it goes nowhere.
    go(tab, path) {
      this.$el.dispatchEvent(new CustomEvent("accountkit-go", { bubbles: true, detail: { tab, path } }));
    },
    // Bring the record at `path` into sight and give it the focus; it may be about to be drawn.
    find(path, tries = 30) {
      const row = this.$el.querySelector(`[data-path="${CSS.escape(path)}"]`);
      if (!row || !row.offsetParent) {
        if (tries > 0) setTimeout(() => this.find(path, tries - 1), 100);
        return;
      }
      row.scrollIntoView({ block: "center", behavior: "smooth" });
      row.classList.add("ak-found");
      setTimeout(() => row.classList.remove("ak-found"), 2000);
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
    jupyter_done(answer) {
      this.pending = Math.max(0, this.pending - 1);
      this.late = false;
      this.notice = answer && answer.text ? answer : null;
      if (!this.stands && answer && answer.kind === "error")
        this.$el.dispatchEvent(new CustomEvent("accountkit-failed", { bubbles: true, detail: answer.text }));
      if (this.$el && this.$el.dispatchEvent) {
        this.$el.dispatchEvent(new CustomEvent("accountkit-saved", { bubbles: true, detail: answer || {} }));
      }
    },
    keys(event) {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable;
      if (typing || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      event.preventDefault();
      this.act(event.shiftKey ? "redo" : "undo");
    },
  },
};
