// Whether the page's kernel, the server and its database answer. What is the matter is said, what was typed is kept meanwhile
// (outbox.js), and sent when they answer again; a kernel that has ended is continued by a new one, at a click.
{
  const QUIET = 15000; // milliseconds between two looks while all is well
  const SOON = 1000; // while something is not
  const AT_FIRST = 3000; // while the page is not connected: nothing else tells that its kernel or its server went
  const PATIENCE = 2000; // for a change to be saved before it is asked what keeps it
  const $ = (id) => document.getElementById(id);
  const outbox = () => window.accountkitOutbox;
  const waiting = () => (outbox() ? outbox().waiting() : { count: 0, since: Infinity, why: "" });
  const isOverdue = () => waiting().count > 0 && Date.now() - waiting().since > PATIENCE;
  const status = () => window.accountkitPage.connection?.connectionStatus; // none yet while the page arrives
  const failed = () => !$("failed").hidden;

  let timer = null;
  let away = ""; // what is the matter, in words
  let over = false;
  let looking = false;
  let met = false; // whether the connection was made; a kernel answers when its running cell is done
  let cut = false; // whether the connection was lost since the last time that all was well

  const asked = (path) =>
    fetch(document.body.dataset.base + path, {
      cache: "no-store",
      headers: { Accept: "application/json" },
      signal: AbortSignal.timeout(3500),
    });

  function show() {
    const place = $("away"),
      { count, why } = waiting();
    const reason = away || (isOverdue() ? why || place.dataset.slow : "");
    const kept = count ? place.dataset.kept.replace("{n}", count) : "";
    const text = [reason, kept].filter(Boolean).join(" ");
    if (reason && place.textContent !== text) place.textContent = text;
    place.hidden = !reason || over;
    uncover();
  }

  // What is the matter stands at the top of what is in sight: what has the focus there makes room for it.
  function uncover() {
    const troubles = document.querySelector(".troubles"),
      focused = document.activeElement,
      height = troubles.offsetHeight;
    document.documentElement.style.scrollPaddingTop = height ? `${height + 12}px` : "";
    if (!height || focused === document.body || troubles.contains(focused)) return;
    const { top, bottom } = focused.getBoundingClientRect(),
      edge = troubles.getBoundingClientRect();
    if (top < edge.bottom && bottom > edge.top) focused.scrollIntoView({ block: "nearest" });
  }

  // Ask kernel and database; what is the matter, or nothing.
  async function trouble() {
    try {
      const kernel = await asked("api/kernels/" + document.body.dataset.kernel);
      if (kernel.status === 404 || kernel.status === 403) over = true;
      if (!over && !away && !isOverdue()) return "";
      const health = await asked("healthz");
      return health.ok ? "" : (await health.json()).message;
    } catch (unreachable) {
      return $("away").dataset.server;
    }
  }

  async function look() {
    if (over || looking || failed()) return;
    looking = true;
    clearTimeout(timer);
    if (status() === "connected") met = true;
    else if (met || status() === "disconnected") cut = true;
    if (!document.hidden || waiting().count || away) away = await trouble();
    looking = false;
    if (failed()) return;
    if (over) return end();
    if (!away && cut) resume();
    show();
    timer = setTimeout(look, away || cut || waiting().count ? SOON : met ? QUIET : AT_FIRST);
  }

  // The server answers again: the connection is made anew where its own patience has ended, and everything asked for again.
  function resume() {
    const { connection } = window.accountkitPage;
    if (status() === "connected") {
      cut = false;
      outbox()?.retry();
    } else connection.reconnect().catch(() => null); // looked at again in a second
  }

  function end() {
    clearTimeout(timer);
    $("away").hidden = true;
    $("gone").hidden = false;
    uncover();
    window.accountkitPage.rest(); // it may have ended before its panels stood
  }

  addEventListener("accountkit-living", () => {
    addEventListener("accountkit-kept", () => {
      show();
      if (!waiting().count || looking) return;
      clearTimeout(timer);
      timer = setTimeout(look, isOverdue() ? SOON : PATIENCE + 50);
    });
    for (const name of ["accountkit-connection", "online", "offline"]) addEventListener(name, look);
    document.addEventListener("visibilitychange", look);
    look();
  });
}
