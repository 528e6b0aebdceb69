// What a figure's colours become on a dark page. A figure is data, made for white paper (figures/style.py); the browser
// exchanges its colours when it draws, and again when the page's theme changes or the page is printed.
globalThis.accountkitDark ||= (() => {
  const DARK = {
    "#1f2937": "#e5e7eb",
    "#566479": "#aab4c4",
    "#475569": "#aab4c4",
    "#e2e8f0": "#334155",
    "#f1f5f9": "#273449",
    "#ffffff": "#0f172a",
    "#1d4ed8": "#93b4fa",
    "#c7d2f7": "#3b5bb5",
    "#eef3ff": "#17233f",
    "#d11f1f": "#fb8585",
    "#fca5a5": "#b04848",
    "#fdecec": "#3a1d22",
    "#0b7a53": "#34d399",
    "#86d9b9": "#21805c",
    "#e3f5ee": "#12322a",
    "#a84c08": "#fbbf24",
    "#f5c16c": "#9a6a16",
    "#fef3d6": "#382a10",
    "#7c3aed": "#b79dfb",
    "#f0eafc": "#2b2145",
    "rgba(29, 78, 216, 0.22)": "rgba(147, 180, 250, 0.22)",
  };
  const PAPER_WIDTH = 620;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");

  function isDark() {
    if (paper.matches) return false;
    const light = document.body.dataset.jpThemeLight; // JupyterLab says so; it may differ from the system
    return light ? light === "false" : system.matches;
  }

  const exchanged = (text) =>
    DARK[text] || text.replace(/(?<=style=["']color:)#[0-9a-f]{6}/g, (colour) => DARK[colour] || colour);

  function dark(value) {
    if (typeof value === "string") return exchanged(value);
    if (Array.isArray(value)) return value.map(dark);
    if (value && typeof value === "object")
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, dark(item)]));
    return value;
  }

  // The figure as it is drawn on the page as it now is; on paper it has the width that a portrait page leaves it.
  function themed({ data = [], layout = {} }) {
    if (paper.matches) return { data, layout: { ...layout, width: Math.max(PAPER_WIDTH, leastWidth(layout)) } };
    return isDark() ? dark({ data, layout }) : { data, layout };
  }

  const leastWidth = (layout) => layout?.meta?.least_width || 0;

  // Keeps the room that a figure will take; one that needs more than a sheet has is made smaller there.
  function reserve(place, { layout = {} }) {
    place.style.minHeight = (layout.height || 260) + "px";
    place.style.minWidth = leastWidth(layout) ? leastWidth(layout) + "px" : "";
    place.style.setProperty("--on-paper", Math.min(1, PAPER_WIDTH / (leastWidth(layout) || 1)));
  }

  // Calls `redraw` whenever the theme changes, and before and after printing; returns what ends that.
  function follow(redraw) {
    const now = () => `${isDark()} ${paper.matches}`;
    let was = now();
    const look = () => {
      if (was === now()) return;
      was = now();
      redraw();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { attributes: true, attributeFilter: ["data-jp-theme-light"] });
    for (const query of [system, paper]) query.addEventListener("change", look);
    return () => {
      watcher.disconnect();
      for (const query of [system, paper]) query.removeEventListener("change", look);
    };
  }
  return { themed, reserve, follow };
})();
