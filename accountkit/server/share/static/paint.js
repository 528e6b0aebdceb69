// Loads plotly at once and draws what the server put into the page, without waiting for anything else on it.
{
  const painter = document.getElementById("painter");
  const OPTIONS = {
    displaylogo: false,
    responsive: true,
    displayModeBar: "hover",
    modeBarButtonsToRemove: [
      "select2d",
      "lasso2d",
      "autoScale2d",
      "zoom2d",
      "pan2d",
      "zoomIn2d",
      "zoomOut2d",
      "resetScale2d",
    ],
  };

  window.accountkitPlotly = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = painter.dataset.plotly;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => reject(new Error("cannot load " + script.src));
    document.head.appendChild(script);
  });

  const draw = async (place) => {
    place.style.minHeight = place.dataset.height + "px";
    const Plotly = await window.accountkitPlotly;
    const key = place.getAttribute("data-accountkit-figure");
    if (!key) return; // the live figure came first and has taken the place over
    const source = document.querySelector(`[data-figure-of="${CSS.escape(key)}"]`);
    const { data, layout } = JSON.parse(source.textContent);
    if (place.getAttribute("data-accountkit-figure") === key) Plotly.newPlot(place, data, layout, OPTIONS);
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
