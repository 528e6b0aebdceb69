// Stands in for sanitize-html, which ipywidgets uses for descriptions that hold HTML; ours hold none, so text is enough.
export default function sanitize(source) {
  const place = document.createElement("span");
  place.textContent = source;
  return place.innerHTML;
}
