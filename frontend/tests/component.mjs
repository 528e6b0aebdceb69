// A component without Vue and without its template: its data, computed values, methods and watchers, and what it emits.

const merged = (options) => {
  const mixins = (options.mixins ?? []).map(merged);
  const all = [...mixins, options];
  const join = (key) => Object.assign({}, ...all.map((each) => each[key]));
  const hooks = (name) => all.flatMap((each) => each[name] ?? []);
  return {
    data() {
      return Object.assign({}, ...all.map((each) => each.data?.call(this)));
    },
    methods: join("methods"),
    computed: join("computed"),
    watch: join("watch"),
    created: hooks("created"),
    mounted: hooks("mounted"),
    unmounted: hooks("unmounted"),
  };
};

// `given`: its props and what is injected. `settled()` waits for what is done after the next drawing, and tells the watchers.
export function component(options, { $el, ...given } = {}) {
  const { data, methods, computed, watch, created, mounted, unmounted } = merged(options);
  const emitted = [];
  const it = { ...given, $el, $refs: {}, emitted };
  it.$emit = (name, ...values) => {
    emitted.push([name, ...values]);
    it.listen?.(name, ...values);
  };
  it.$nextTick = (work) => Promise.resolve().then(() => work?.call(it));
  for (const [name, get] of Object.entries(computed))
    Object.defineProperty(it, name, { get: () => get.call(it), enumerable: true });
  for (const [name, method] of Object.entries(methods)) it[name] = method.bind(it);
  Object.assign(it, data.call(it));
  created.forEach((hook) => hook.call(it));
  mounted.forEach((hook) => hook.call(it));
  it.$unmount = () => unmounted.forEach((hook) => hook.call(it));

  const at = (path) => path.split(".").reduce((node, step) => node?.[step], it);
  const seen = new Map(Object.keys(watch).map((path) => [path, at(path)]));
  it.settled = async () => {
    for (const [path, watcher] of Object.entries(watch)) {
      const now = at(path);
      const before = seen.get(path);
      seen.set(path, now);
      if (JSON.stringify(now) === JSON.stringify(before)) continue;
      const work = watcher.handler ?? watcher;
      (typeof work === "string" ? it[work] : work).call(it, now, before);
    }
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return it;
}

// A panel on `page`, whose view is `view`; `heard` is what it sends to the kernel, and `said` that without what it asks when
// it arrives.
export function panel(page, view = {}, options = page.run("accountkit")) {
  const $el = page.document.drawn("div", { class: "ak" });
  page.document.body.appendChild($el);
  const heard = [];
  const said = [];
  const say = (message) => {
    heard.push(message);
    if (message.event !== "resend") said.push(message);
  };
  const whole = { editable: true, reading: ["resend"], comments: {}, locale: "en", ...view };
  whole.kept = { account: "a", person: "p", panel: "pest", passing: [], ...view.kept };
  const it = component(options, { $el, words: {}, view: whole, say });
  return Object.assign(it, { heard, said });
}
