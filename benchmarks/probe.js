// What a person sees and can use, asked of every application alike. In the DOM is not enough: something counts that has an
// area, is neither hidden nor transparent, has been painted, and, of a control, is enabled.
window.bench = {
  roots(node = document, found = [document]) {
    for (const element of node.querySelectorAll("*"))
      if (element.shadowRoot) {
        found.push(element.shadowRoot);
        this.roots(element.shadowRoot, found);
      }
    return found;
  },
  all(selector) {
    return this.roots().flatMap((root) => [...root.querySelectorAll(selector)]);
  },
  seen(element, boxes = element) {
    return (
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      [...boxes.getClientRects()].some((box) => box.width > 0 && box.height > 0)
    );
  },
  // a control may be a transparent input over its own drawing: then what it lies in has to be seen
  usable(selector) {
    return this.all(selector).some(
      (control) =>
        control.checkVisibility({ visibilityProperty: true }) &&
        this.seen(control.parentElement ?? control, control) &&
        !control.closest(":disabled, [inert], [aria-disabled=true]"),
    );
  },
  shown(selector) {
    return this.all(selector).some((element) => this.seen(element));
  },
  bars(chart) {
    const paths = this.all(chart + " .barlayer .point path").filter((path) => this.seen(path));
    return paths.map((path) => path.getAttribute("d")).join("|");
  },
  // the end of a frame that was painted after the condition held
  painted: () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now())))),
  async until(condition, limit = 120000) {
    const started = performance.now();
    while (performance.now() - started < limit) {
      if (condition()) return this.painted();
      await new Promise((resume) => setTimeout(resume, 5));
    }
    return null;
  },
  arm(chart) {
    const before = this.bars(chart);
    this.answer = new Promise((resolve) =>
      document.addEventListener(
        "keydown",
        () => {
          const pressed = performance.now();
          const redrawn = () => {
            const now = this.bars(chart);
            return now && now !== before;
          };
          this.until(redrawn, 10000).then((drawn) => resolve(drawn === null ? null : drawn - pressed));
        },
        { capture: true, once: true },
      ),
    );
  },
  ready: null,
  async watch(condition) {
    this.ready = await this.until(condition);
    if (this.ready === null) throw new Error("not ready in two minutes");
  },
  async tabs() {
    const waited = {};
    for (const button of document.querySelectorAll("button.ak-tab")) {
      const pressed = performance.now();
      button.click();
      const there = () =>
        button.classList.contains("on") &&
        this.shown(`[aria-labelledby=${button.id}] .ak-card`) &&
        !this.shown("[role=tabpanel] > .ak-empty[aria-busy=true]");
      waited[button.textContent.trim()] = (await this.until(there)) - pressed;
    }
    return waited;
  },
};
