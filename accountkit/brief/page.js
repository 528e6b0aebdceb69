/* Puts the living chart in each picture's place, where the browser can unpack plotly.js; else the pictures stay. */
(async () => {
  if (!("DecompressionStream" in window)) return;
  const packed = atob(document.getElementById("plotly").textContent);
  const bytes = Uint8Array.from(packed, (character) => character.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const source = await new Response(stream).blob();
  const script = document.createElement("script");
  script.src = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  script.onload = () => {
    const figures = JSON.parse(document.getElementById("figures").textContent);
    for (const place of document.querySelectorAll("figure[data-key]")) {
      const figure = figures[place.dataset.key];
      const picture = place.querySelector(".drawing");
      const chart = document.createElement("div");
      chart.className = "chart";
      chart.style.height = `${place.dataset.height}px`;
      chart.setAttribute("role", "img");
      chart.setAttribute("aria-label", picture.querySelector("img")?.alt ?? "");
      picture.before(chart);
      const fitting = { ...figure.layout, autosize: true, width: undefined, height: undefined };
      const draw = () => {
        const { data, layout } = accountkitDark.themed({ data: figure.data, layout: fitting });
        return Plotly.react(chart, data, layout, { displayModeBar: false, responsive: true });
      };
      accountkitDark.follow(draw);
      place.classList.add("living"); // first, so that the chart has a width when it is drawn
      chart.style.minWidth = `${Math.max(640, figure.layout?.meta?.least_width ?? 0)}px`; // as the pictures: on a phone a figure scrolls, as a table does
      draw().catch(() => {
        place.classList.remove("living");
        chart.remove();
      });
    }
  };
  document.head.append(script);
})();
