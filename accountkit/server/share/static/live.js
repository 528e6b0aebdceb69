// A live page: its theme, its kernel's end, and the moment the panels take over.
{
  const $ = (id) => document.getElementById(id);
  const cookie = () => {
    const found = document.cookie.match(/(?:^|; )_xsrf=([^;]*)/);
    return found ? decodeURIComponent(found[1]) : "";
  };
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const theme = () => {
    document.body.dataset.jpThemeLight = String(!dark.matches);
  };

  // The tab after the # is unknown to the server: its first picture is asked for at once, while the page still arrives.
  const tab = decodeURIComponent(location.hash.slice(1).split(":")[0]);
  const here = new URLSearchParams(location.search);
  const other =
    /^[a-z_]+$/.test(tab) && location.pathname.endsWith("/workbook") && tab !== (here.get("tab") || "overview")
      ? fetch(
          location.pathname.replace(/workbook$/, "paint") +
            "?" +
            new URLSearchParams({ account: here.get("account") || "", tab }),
        ).then(
          (response) => (response.ok ? response.text() : null),
          () => null,
        )
      : null;

  // The modules of the panels: the head asks for those that it knows of; that of the tab after the # is asked for here, and
  // the others when the page stands.
  const panels = JSON.parse(document.currentScript.dataset.panels);
  const ask = (rel, addresses) => {
    for (const href of addresses)
      if (!document.querySelector(`link[href="${href}"]`))
        document.head.append(Object.assign(document.createElement("link"), { rel, href, as: "script" }));
  };
  if (other) ask("modulepreload", tab in panels ? [panels[tab]] : Object.values(panels));

  function repaint() {
    const paint = $("paint");
    for (const link of document.querySelectorAll("#accountkit-tabs a"))
      link.classList.toggle("on", link.hash === "#" + tab);
    paint.querySelector(".ak-grid").style.visibility = "hidden";
    other.then((html) => {
      if (html && !document.body.classList.contains("ready")) paint.querySelector(".ak-grid").outerHTML = html;
      else paint.querySelector(".ak-grid").style.visibility = "";
    });
  }

  // The arriving page tells the widget host the kernel's id, then that all outputs are in. It does so by two empty
  // templates, because the page's policy allows no inline script.
  const page = (window.accountkitPage = {});
  let connect, complete;
  page.kernel = new Promise((resolve) => {
    connect = resolve;
  });
  page.outputs = new Promise((resolve, reject) => {
    complete = resolve;
    // one that ends before: the notebook, its kernel, the server or the connection did not get further
    addEventListener("DOMContentLoaded", () => {
      arrived();
      reject(new Error("the page ended before its notebook did"));
    });
  });
  function arrived() {
    const { kernel } = document.querySelector("#rendered_cells > [data-kernel]")?.dataset ?? {};
    if (kernel && !document.body.dataset.kernel) {
      document.body.dataset.kernel = kernel;
      connect(kernel);
      life();
    }
    if (document.querySelector("body > [data-complete]")) complete();
  }
  const arrival = new MutationObserver(arrived);
  arrival.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => arrival.disconnect());
  page.rest = () => {
    document.querySelector(".waiting").hidden = true;
    $("paint").setAttribute("aria-busy", "false");
  };
  page.failed = () => {
    $("failed").hidden = false;
    $("away").hidden = $("gone").hidden = true;
    page.rest();
  };

  // The panels take the painted figures over one by one and say when they stand; then what was painted makes room.
  page.live = () => {
    document.body.classList.add("ready");
    $("paint").setAttribute("aria-busy", "false");
    if (document.body.classList.contains("own")) dispatchEvent(new Event("resize")); // for figures that are not ours
    ask("prefetch", Object.values(panels));
  };
  page.outputs.then(() => {
    const cells = $("rendered_cells");
    const own = document.body.classList.contains("own"); // a notebook of one's own may show anything, or texts alone
    if (!own && (cells.querySelector(".ak-failed") || !cells.querySelector("script"))) page.failed();
  }, page.failed);

  // The end of a page is the end of its kernel.
  function life() {
    const { base, kernel } = document.body.dataset;
    addEventListener("pagehide", () => {
      const body = new FormData();
      body.append("_xsrf", cookie());
      navigator.sendBeacon(`${base}voila/api/shutdown/${kernel}`, body);
    });
    dispatchEvent(new Event("accountkit-living"));
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-close], [data-reload], #continue");
    if (button && "close" in button.dataset) button.closest("dialog").close();
    else if (button) {
      window.accountkitOutbox?.leave();
      location.reload();
    }
    for (const open of document.querySelectorAll("details.switch[open]"))
      if (!open.contains(event.target)) open.open = false;
  });
  // The large scripts would hold up what is known already: they run when it has been seen, and at once where nobody looks.
  function runRest() {
    let ran = false;
    const run = () => {
      if (!ran) document.head.append($("then").content.cloneNode(true));
      ran = true;
    };
    if (document.hidden) return run();
    setTimeout(run, 300); // frames stand still in a window that is covered meanwhile
    new PerformanceObserver(run).observe({ type: "paint", buffered: true });
  }

  const begin = new MutationObserver(() => {
    if (!document.body) return;
    theme();
    if ($("rendered_cells")) {
      begin.disconnect();
      runRest();
      dark.addEventListener("change", theme);
      if (other) repaint();
    }
  });
  begin.observe(document.documentElement, { childList: true, subtree: true });
}
