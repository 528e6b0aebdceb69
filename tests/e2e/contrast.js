// The texts of the page's figures that stand out too little: fill against what lies under their middle, as [ratio, text].
(least) => {
  const style = document.head.appendChild(document.createElement("style"));
  style.textContent = ".main-svg, .main-svg * { pointer-events: all !important; }";
  const numbers = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\d.]+/g).map(Number);
    return [r, g, b, a];
  };
  const luminance = (colour) =>
    colour
      .slice(0, 3)
      .map((part) => part / 255)
      .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, n) => sum + part * [0.2126, 0.7152, 0.0722][n], 0);
  const over = (top, below) => [0, 1, 2].map((n) => top[n] * top[3] + below[n] * (1 - top[3])).concat(1);
  const faded = (element) => {
    let share = 1;
    for (let one = element; one; one = one.parentElement) share *= Number(getComputedStyle(one).opacity);
    return share;
  };
  const painted = (element) => {
    const seen = getComputedStyle(element);
    if (!(element instanceof SVGElement)) return numbers(seen.backgroundColor);
    if (!/^(path|rect|circle)$/.test(element.tagName) || !/^rgb/.test(seen.fill)) return null;
    const colour = numbers(seen.fill);
    colour[3] *= Number(seen.fillOpacity) * faded(element);
    return colour;
  };
  const behind = (element, x, y) => {
    const stack = document.elementsFromPoint(x, y).filter((one) => !one.closest("text") && !element.contains(one));
    const layers = stack.map(painted).filter((colour) => colour && colour[3] > 0);
    const solid = layers.findIndex((colour) => colour[3] === 1);
    const shown = layers.slice(0, solid < 0 ? layers.length : solid + 1).reverse();
    return shown.reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const weak = [];
  for (const figure of document.querySelectorAll(".accountkit-figure, figure .chart")) {
    if (!figure.checkVisibility() || !figure.offsetWidth) continue;
    figure.scrollIntoView({ block: "start", behavior: "instant" });
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!node.data.trim() || !element.closest("text") || faded(element) < 0.1) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const x = box.left + box.width / 2,
        y = box.top + box.height / 2;
      if (y < 0 || y > innerHeight || x < 0 || x > innerWidth) continue;
      const under = behind(element, x, y);
      const [light, dark] = [over(numbers(getComputedStyle(element).fill), under), under]
        .map(luminance)
        .sort((a, b) => b - a);
      const ratio = (light + 0.05) / (dark + 0.05);
      if (ratio < least) weak.push(`${ratio.toFixed(2)} ${node.data}`);
    }
  }
  style.remove();
  return weak;
}
