// Loads plotly at once and draws what the server put into the page, without waiting for anything else on it.
{
  const painter = document.getElementById("painter");
  const OPTIONS = {
    displaylogo: false,
    responsive: true,
    displayModeBar: false,
  };

  const loaded = (address, name) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = address;
      script.onload = () => resolve(window[name]);
      script.onerror = () => reject(new Error("cannot load " + address));
      document.head.appendChild(script);
    });
  window.accountkitPlotly = loaded(painter.dataset.plotly, "Plotly");
  const dark = loaded(painter.dataset.dark, "accountkitDark");

  // Where the figure has no room a list stands for it: it is drawn when the page gets wider.
  const shown = (place) =>
    place.clientWidth
      ? Promise.resolve()
      : new Promise((resolve) => {
          const watcher = new ResizeObserver(() => {
            if (!place.clientWidth) return;
            watcher.disconnect();
            resolve();
          });
          watcher.observe(place);
        });

  const draw = async (place) => {
    place.style.minHeight = place.dataset.height + "px";
    await shown(place);
    const [Plotly, theme] = await Promise.all([window.accountkitPlotly, dark]);
    const key = place.getAttribute("data-accountkit-figure");
    if (!key) return; // the live figure came first and has taken the place over
    const source = document.querySelector(`[data-figure-of="${CSS.escape(key)}"]`);
    const figure = JSON.parse(source.textContent);
    theme.reserve(place, figure);
    const paint = () => {
      const { data, layout } = theme.themed(figure);
      if (place.getAttribute("data-accountkit-figure") === key) Plotly.react(place, data, layout, OPTIONS);
      else unfollow(); // the live figure follows by itself
    };
    const unfollow = theme.follow(paint);
    paint();
  };

  const drawAll = () =>
    document.querySelectorAll("[data-accountkit-figure]:not([data-seen])").forEach((place) => {
      place.dataset.seen = "";
      draw(place).catch(() => {
        place.textContent = place.getAttribute("aria-label");
      });
    });
  drawAll();
  // the page is still arriving: a place may come after this script
  const watcher = new MutationObserver(drawAll);
  watcher.observe(document.documentElement, { childList: true, subtree: true });
  addEventListener("load", () => {
    drawAll();
    watcher.disconnect();
  });
}
