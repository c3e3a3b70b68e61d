/* What the page does in the browser: buttons in our own HTML, focus on evidence, copying, downloads, theme. */
window.wg = (() => {
  const EVENT = { ask: "submit", retry: "submit", again: "submit", page: "select" };
  let wanted = null; // what to show as soon as an HTML component has been redrawn

  function say(message) {
    let box = document.getElementById("wg-said");
    if (!box) {
      box = document.createElement("div");
      box.id = "wg-said";
      box.setAttribute("role", "status");
      document.body.append(box);
    }
    box.textContent = message;
    box.classList.add("wg-on");
    clearTimeout(say.timer);
    say.timer = setTimeout(() => box.classList.remove("wg-on"), 2500);
  }

  async function copy(text, what) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand("copy");
      area.remove();
    }
    say(what);
  }

  function show(target) {
    if (!target) return false;
    document.querySelectorAll(".wg-card.wg-current").forEach((one) => one.classList.remove("wg-current"));
    if (target.classList.contains("wg-card")) target.classList.add("wg-current");
    // On a wide screen only the panel scrolls; the page stays where it is.
    const inPanel = target.classList.contains("wg-card") && window.innerWidth > 800;
    target.scrollIntoView({ block: inPanel ? "nearest" : target.classList.contains("wg-card") ? "start" : "center" });
    target.focus({ preventScroll: true });
    return true;
  }

  function card(turn, number) {
    return document.querySelector(`#wg-evidence-panel .wg-evidence[data-turn="${turn}"] .wg-card[data-number="${number}"]`);
  }

  // The question becomes a field in its place; what is asked there replaces it and what came after it.
  function edit(button) {
    const turn = button.closest(".wg-turn");
    if (turn.querySelector(".wg-edit")) return turn.querySelector(".wg-edit textarea").focus();
    const shown = turn.querySelector(".wg-question");
    const form = document.createElement("div");
    form.className = "wg-edit";
    form.setAttribute("role", "group");
    form.setAttribute("aria-label", "Edit the question");
    const box = document.createElement("textarea");
    box.value = button.dataset.question;
    box.rows = 3;
    box.setAttribute("aria-label", "Question");
    const make = (label, act) => {
      const one = document.createElement("button");
      one.type = "button";
      one.className = "wg-button";
      one.textContent = label;
      one.dataset.act = act;
      one.dataset.turn = button.dataset.turn;
      return one;
    };
    const again = make("Ask again", "again");
    const cancel = make("Cancel", "cancel");
    form.append(box, again, cancel);
    if (turn.nextElementSibling) {
      const note = document.createElement("span");
      note.textContent = "The questions after it are dropped.";
      form.append(note);
    }
    box.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); again.click(); }
      if (event.key === "Escape") cancel.click();
    });
    shown.hidden = true;
    shown.after(form);
    box.focus();
  }

  function act(button, trigger) {
    const data = { ...button.dataset };
    switch (data.act) {
      case "copy":
        return copy(data.text, "Copied with its citations");
      case "copy-link":
        return copy(new URL(data.address, location.href.split(/[?#]/)[0]).href, "Link copied");
      case "edit":
        return edit(button);
      case "cancel": {
        const turn = button.closest(".wg-turn");
        turn.querySelector(".wg-edit").remove();
        turn.querySelector(".wg-question").hidden = false;
        return turn.querySelector("[data-act=edit]").focus();
      }
      case "again":
        data.question = button.closest(".wg-edit").querySelector("textarea").value.trim();
        if (!data.question) return;
        break;
      case "retry":
        if (button.closest(".wg-turn").nextElementSibling &&
            !confirm("Ask this question again? The questions after it are dropped.")) return;
        break;
      case "jump":
        return show(document.getElementById(data.target));
      case "cite":
        if (show(card(data.turn, data.number))) return;
        wanted = () => show(card(data.turn, data.number));
        break;
      case "page":
        wanted = () => show(document.querySelector("#wg-picture figure"));
        break;
      case "open":
      case "view":
        wanted = () => show(document.querySelector("#wg-document mark, #wg-document h2"));
        break;
      case "evidence":
        wanted = () => show(document.querySelector(`#${data.panel} .wg-card`));
        break;
      case "delete":
      case "remove":
        if (!confirm(`${button.getAttribute("aria-label") || "Delete"}? This cannot be undone.`)) return;
        break;
      case "rename":
        data.title = prompt("Name of the conversation", data.title);
        if (!data.title) return;
        break;
      case "feedback": {
        const form = button.closest("fieldset");
        data.verdict = form.querySelector("input:checked").value;
        data.comment = form.querySelector("textarea").value;
        button.closest("details").open = false;
        break;
      }
    }
    trigger(EVENT[data.act] || "click", data);
  }

  function follow() {
    // Keep the newest turn in view while an answer is being written.
    const turns = document.querySelectorAll("#wg-thread .wg-turn");
    const box = document.getElementById("wg-thread");
    const last = turns[turns.length - 1];
    if (!box || !last) return;
    if (getComputedStyle(box).overflowY === "auto") box.scrollTop += last.getBoundingClientRect().top - box.getBoundingClientRect().top - 8;
    else if (turns.length > 1) last.scrollIntoView({ block: "start" }); // a phone: the page scrolls
  }

  function redrawn(element) {
    if (element.closest("#wg-thread")) {
      const count = element.querySelectorAll(".wg-turn").length;
      const busy = element.querySelector(".wg-turn[aria-busy]") !== null;
      if (count !== redrawn.count || busy || redrawn.busy) {
        follow();
        setTimeout(follow, 60); // once more when all is laid out: what stood below may be gone
      }
      Object.assign(redrawn, { count, busy });
    }
    const years = element.querySelector(".wg-timeline");
    if (years) years.scrollLeft = years.scrollWidth; // where it is wider than the screen: the latest meetings
    const first = element.querySelector(".wg-cell");
    if (first) first.tabIndex = 0;
    element.querySelectorAll(".wg-scroll, .wg-pre, .wg-card blockquote").forEach((one) => one.setAttribute("tabindex", "0"));
    if (wanted) {
      const now = wanted;
      setTimeout(() => { if (now() && wanted === now) wanted = null; }, 30);
    }
  }

  function keyed(event, trigger) {
    const on = event.target;
    if (on.getAttribute("role") === "button" && (event.key === "Enter" || event.key === " ")) {
      event.preventDefault();
      return act(on, trigger);
    }
    const step = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
    if (!step || !on.classList.contains("wg-cell")) return;
    // Arrow keys move through the matrix: one stop for the Tab key instead of thousands.
    let cell = on.closest("td");
    for (;;) {
      const row = step[0] ? cell.parentElement[step[0] > 0 ? "nextElementSibling" : "previousElementSibling"] : cell.parentElement;
      cell = row?.cells[cell.cellIndex + step[1]];
      const button = cell?.querySelector?.(".wg-cell");
      if (!cell || cell.tagName === "TH") return;
      if (button) {
        event.preventDefault();
        on.tabIndex = -1;
        button.tabIndex = 0;
        button.focus();
        return;
      }
    }
  }

  function enliven(element, trigger, watch) {
    element.addEventListener("click", (event) => {
      const button = event.target.closest("[data-act]");
      if (button && element.contains(button)) act(button, trigger);
    });
    element.addEventListener("keydown", (event) => keyed(event, trigger));
    watch("value", () => redrawn(element));
    redrawn(element);
  }

  function download(file) {
    if (!file) return;
    const { name, mime, content } = JSON.parse(file);
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([bytes], { type: mime }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 5000);
  }

  function theme(dark) {
    document.body.classList.toggle("dark", dark);
    localStorage.setItem("wg-theme", dark ? "dark" : "light");
  }

  function start() {
    const kept = localStorage.getItem("wg-theme");
    if (kept && !new URLSearchParams(location.search).has("__theme")) theme(kept === "dark");
    document.documentElement.lang = "en";
    // Gradio's upload button has a label that differs from its text; voice control needs the text.
    new MutationObserver(() => {
      document.querySelectorAll("button.upload-container[aria-label]").forEach((one) => one.removeAttribute("aria-label"));
    }).observe(document.body, { childList: true, subtree: true });
  }

  // A link to an answer asks its question, once: a reload must not ask again.
  function arrive() {
    const here = new URL(location.href);
    if (!here.searchParams.get("question")) return;
    here.searchParams.delete("question");
    history.replaceState(null, "", here);
    setTimeout(() => document.querySelector("#wg-send")?.click(), 60);
  }

  return { enliven, download, start, arrive, toggle: () => theme(!document.body.classList.contains("dark")) };
})();
