// Draws one plotly figure and redraws it when the kernel sends another. Plotly is loaded once per page, from the
// server where it offers it, else from the kernel; a drawing made before the kernel answered is adopted as it stands.
// `accountkitDark` (figures/dark.js) stands before this text.
const OPTIONS = {
  displaylogo: false,
  responsive: true,
  displayModeBar: false,
};

function configured(name) {
  const element = document.getElementById("jupyter-config-data");
  return element ? JSON.parse(element.textContent)[name] : null;
}

function fromServer(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("no Plotly in " + url)));
    script.onerror = () => reject(new Error("cannot load " + url));
    document.head.appendChild(script);
  });
}

function fromKernel(model) {
  return new Promise((resolve, reject) => {
    const take = (message, buffers) => {
      if (!message || message.event !== "plotly") return;
      model.off("msg:custom", take);
      const url = URL.createObjectURL(new Blob([buffers[0]], { type: "text/javascript" }));
      fromServer(url).then(resolve, reject);
    };
    model.on("msg:custom", take);
    model.send({ event: "plotly" });
  });
}

function loaded(model, name) {
  const url = configured(name);
  return url ? fromServer(url).catch(() => fromKernel(model)) : fromKernel(model);
}

// Our own pages load a plotly with the kinds of traces that our figures are made of; a figure with others gets the whole.
const draws = (Plotly, data) => !Plotly.kinds || data.every((trace) => Plotly.kinds.includes(trace.type || "scatter"));

async function plotly(model, data) {
  const first = window.Plotly || (await (window.accountkitPlotly ||= loaded(model, "accountkitPlotlyUrl")));
  return draws(first, data) ? first : (window.accountkitWholePlotly ||= loaded(model, "accountkitWholePlotlyUrl"));
}

// Whether what the page painted before the kernel answered is this very figure.
function painted(early, key, figure) {
  const source = early && document.querySelector(`[data-figure-of="${CSS.escape(key)}"]`);
  const plain = (text) => JSON.stringify(JSON.parse(text));
  return Boolean(source) && early.classList.contains("js-plotly-plot") && plain(source.textContent) === plain(figure);
}

// What nobody sees yet is drawn while the page rests, one figure after the other, and not before the page is live. All figures
// of a page share the list; each has a module of its own.
const NEAR = 300;
const atRest = (globalThis.accountkitAtRest ||= (() => {
  const waiting = new Set();
  // a page that never rests gets them all the same
  const idle = (then) => (globalThis.requestIdleCallback ?? setTimeout)(then, { timeout: 500 });
  let next = null;
  const begin = (wait) => {
    next ??= setTimeout(() => idle(go), wait);
  };
  async function go() {
    const [work] = document.body.matches(".live:not(.ready)") ? [] : waiting;
    if (work) {
      waiting.delete(work);
      await work().catch(console.error);
    }
    next = null;
    if (waiting.size) begin(work ? 0 : 50);
  }
  return (work) => {
    waiting.add(work);
    begin(0);
    return () => waiting.delete(work);
  };
})());

// Whether the figure is in the window or near it. Before the page is live its panels lie below what was painted, whose place
// they will take.
function isNear(drawing) {
  const live = drawing.closest("body.live:not(.ready, .own) > #live");
  const up = live ? live.getBoundingClientRect().top - document.getElementById("paint").getBoundingClientRect().top : 0;
  const { top, bottom, left, right } = drawing.getBoundingClientRect();
  return top - up < innerHeight + NEAR && bottom - up > -NEAR && left < innerWidth && right > 0;
}

// Say that the figure stands. It is put into the page a moment after `render`, and only there has it a width to be drawn in.
function stands(el, signal, finish) {
  if (signal.aborted) return;
  const say = () => el.dispatchEvent(new CustomEvent("accountkit-stands", { bubbles: true }));
  if (el.isConnected) finish().catch(console.error).then(say);
  else requestAnimationFrame(() => stands(el, signal, finish));
}

async function render({ model, el }) {
  const gone = new AbortController();
  let finish = async () => {};
  try {
    const { end, complete } = await drawn({ model, el });
    finish = complete;
    return () => {
      gone.abort();
      end();
    };
  } catch (error) {
    console.error(error); // what it shows is said in words instead, and the panel stands without the drawing
    el.textContent = model.get("text");
    return () => gone.abort();
  } finally {
    stands(el, gone.signal, finish);
  }
}

// Draw the figure and keep it true; what ends that.
async function drawn({ model, el }) {
  const key = model.get("key");
  const early = key ? document.querySelector(`[data-accountkit-figure="${CSS.escape(key)}"]`) : null;
  const drawing = early || document.createElement("div");
  drawing.classList.add("accountkit-figure");
  drawing.removeAttribute("data-accountkit-figure");
  drawing.setAttribute("role", "img");
  accountkitDark.reserve(drawing, JSON.parse(model.get("figure") || "{}"));
  el.appendChild(drawing);
  let Plotly = null,
    frame = null,
    again = false,
    stale = true,
    shown = null;
  const name = () => drawing.setAttribute("aria-label", model.get("text"));
  const draw = async () => {
    stale = true;
    const wanted = model.get("figure");
    const figure = JSON.parse(wanted || "{}");
    const able = await plotly(model, figure.data || []);
    if (!drawing.offsetWidth) return; // not in the page yet, or in a tab that is closed: drawn when it has a width
    // while plotly was on its way another call has drawn it, or the kernel has sent a newer one, which has a call of its own
    if (!stale || wanted !== model.get("figure")) return;
    stale = false;
    shown = wanted;
    if (Plotly && Plotly !== able) {
      Plotly.purge(drawing);
      drawing.listening = false;
    }
    Plotly = able;
    name();
    accountkitDark.reserve(drawing, figure);
    drawing.accountkitFigure = figure;
    const { data, layout } = accountkitDark.themed(figure);
    await Plotly.react(drawing, data, layout, OPTIONS);
    listen();
  };
  const pick = (event) => {
    const chosen = event.points[0] && event.points[0].customdata;
    const name = Array.isArray(chosen) ? chosen[0] : chosen;
    if (typeof name === "string") el.dispatchEvent(new CustomEvent("accountkit-pick", { bubbles: true, detail: name }));
  };
  const listen = () => {
    if (drawing.listening) return;
    drawing.listening = true;
    drawing.on("plotly_click", pick);
  };
  // At once, and then once a frame with the latest: a slider that is dragged sends more than can be shown.
  const redraw = () => {
    again = frame !== null;
    if (again) return;
    frame = requestAnimationFrame(() => {
      frame = null;
      if (again) redraw();
    });
    stale = true;
    attend().catch(console.error);
  };
  if (!early) name();
  if (painted(early, key, model.get("figure"))) {
    Plotly = window.Plotly;
    drawing.accountkitFigure = JSON.parse(model.get("figure"));
    stale = false;
    shown = model.get("figure");
    name();
    listen();
  }
  // What it says can change without the drawing, as with the name of what is drawn.
  const rename = () => model.get("figure") === shown && name();
  model.on("change:figure", redraw);
  model.on("change:text", rename);
  const unfollow = accountkitDark.follow(draw); // at once: a page that is printed waits for no frame
  const fits = () => {
    const svg = drawing.querySelector(".main-svg");
    return svg && Math.abs(svg.getAttribute("width") - drawing.getBoundingClientRect().width) < 1;
  };
  // Draw what is to be drawn, if anything is: most drawings fit as they are.
  const settle = async () => {
    forget();
    if (!drawing.offsetWidth) return;
    if (stale) await draw();
    else if (!fits()) Plotly.Plots.resize(drawing);
  };
  let forget = () => {};
  const attend = async () => {
    if (isNear(drawing)) await settle();
    else if (drawing.offsetWidth) forget = atRest(settle);
  };
  drawing.accountkitSettle = settle; // for who wants the drawing wherever it is
  // An observer tells the first size as well, and that of a tab that is shown again.
  const watcher = new ResizeObserver(() => attend().catch(console.error));
  watcher.observe(el);
  const seen = (entries) => entries.some((entry) => entry.isIntersecting) && settle().catch(console.error);
  const eye = new IntersectionObserver(seen, { rootMargin: NEAR + "px" });
  eye.observe(el);
  const end = () => {
    watcher.disconnect();
    eye.disconnect();
    forget();
    unfollow();
    model.off("change:figure", redraw);
    model.off("change:text", rename);
    if (Plotly) Plotly.purge(drawing);
  };
  return { end, complete: attend };
}

export default { render };
