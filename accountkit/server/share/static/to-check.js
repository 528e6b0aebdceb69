// What was assumed of the file that the account began with: told on the page that opens, until it has been read.
const place = document.getElementById("to-check");
const MOST = 5; // more of them are unfolded by who wants to read them
const key = `accountkit-to-check-${place.dataset.account}`;
const kept = sessionStorage.getItem(key);
if (kept) {
  const [name, points] = JSON.parse(kept);
  const told = place.querySelector("template").content.cloneNode(true);
  const title = told.querySelector("summary");
  title.textContent = title.textContent.replace("{name}", name).replace("{n}", points.length);
  told
    .querySelector("ul")
    .append(...points.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  told.querySelector("details").open = points.length <= MOST;
  told.querySelector("button").addEventListener("click", () => {
    sessionStorage.removeItem(key);
    place.replaceChildren();
  });
  place.append(told);
}
