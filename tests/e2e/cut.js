// What is cut, broken or squeezed on the page as it stands: one line each. `wide`: tables have to fit too.
(wide) => {
  const found = new Set();
  const name = (element) => {
    const own = element.classList.length ? "." + [...element.classList].join(".") : "";
    return element.tagName.toLowerCase() + own;
  };
  const seen = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const scroller = (element) => element.closest(".ak-scroll, .ak-wide, #accountkit-tabs, .ak-tabs, .table");
  const hides = (element) => /hidden|clip/.test(getComputedStyle(element).overflowX);
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth + 1) found.add(`the page scrolls sideways by ${root.scrollWidth - root.clientWidth}`);

  for (const element of document.querySelectorAll(".ak *")) {
    if (!seen(element) || element.closest(".unseen, .ak-offstage") || element instanceof SVGElement) continue;
    if (element.offsetWidth && hides(element) && element.scrollWidth > element.clientWidth + 1)
      found.add(`${name(element)} hides ${element.scrollWidth - element.clientWidth} px: ${element.textContent.trim().slice(0, 60)}`);
    if (wide && element.matches(".ak-scroll, .ak-wide, .table") && element.scrollWidth > element.clientWidth + 1)
      found.add(`${name(element)} scrolls ${element.scrollWidth - element.clientWidth} px: ${element.textContent.trim().slice(0, 60)}`);
    if (element.matches("select") && element.offsetWidth < 44) found.add(`a select ${element.offsetWidth} px wide: ${element.getAttribute("aria-label")}`);
  }

  // a row that is drawn only when it is near is cut at its own edge (.ak-pest)
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.data.trim(), element = node.parentElement;
    if (!text || !seen(element) || element.closest(".unseen, .ak-offstage, script, style, option, textarea")) continue;
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (!box.width) continue;
    const figure = element.closest("svg.main-svg");
    const frame = figure ? figure.getBoundingClientRect() : scroller(element) ? null : element.closest(".ak-pest, .ak-card, .ak-dialog")?.getBoundingClientRect();
    if (frame && (box.left < frame.left - 2 || box.right > frame.right + 2 || (figure && (box.top < frame.top - 2 || box.bottom > frame.bottom + 2))))
      found.add(`text leaves its ${figure ? "figure" : "card"}: ${text.slice(0, 60)}`);
    if (figure) continue;
    for (const word of node.data.matchAll(/[\p{Script=Latin}\p{N}]{2,}/gu)) {
      const whole = /[!-~]*$/.exec(node.data.slice(0, word.index))[0] + /^[!-~]*/.exec(node.data.slice(word.index))[0];
      if (whole.length > 24) continue; // an address, a number of a filing
      range.setStart(node, word.index);
      range.setEnd(node, word.index + word[0].length);
      const lines = new Set([...range.getClientRects()].filter((one) => one.width > 0).map((one) => Math.round(one.top)));
      if (lines.size > 1) found.add(`broken word: ${word[0]} in ${text.slice(0, 60)}`);
    }
  }
  return [...found];
}
