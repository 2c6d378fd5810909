// What a page does beyond being read: lines that show where they went, filters, copying.
// Without it all texts, links and outputs are there.
"use strict";

(() => {
  const byId = (id) => document.getElementById(id);

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...content);
    return made;
  }

  // Text in which what stands between backticks is code.
  const prose = (text) => text.split("`").map((part, at) => (at % 2 ? element("code", "", part) : part));

  // ---- lines --------------------------------------------------------------------------

  const panel = document.querySelector(".why");
  const body = panel?.querySelector(".why-body");
  let held = null; // the line that the keyboard or a click holds
  let shown = null;
  let keyboard = false; // whether the last thing that the reader did was to press a key

  const numbers = (line, name) => (line.dataset[name] ?? "").split(" ").filter(Boolean).map(Number);
  const sideOf = (line) => (line.closest(".side").classList.contains("js") ? "js" : "py");

  function counterparts(line) {
    const prefix = line.closest(".sides").dataset.prefix;
    const other = sideOf(line) === "js" ? "py" : "js";
    return numbers(line, "to").map((number) => byId(`${prefix}${other}-${number}`)).filter(Boolean);
  }

  function clear() {
    for (const line of document.querySelectorAll(".line.active, .line.related")) {
      line.classList.remove("active", "related");
    }
    globalThis.CSS?.highlights?.delete("use");
    shown = null;
    if (panel) {
      panel.hidden = true;
    }
  }

  function show(line) {
    if (line === shown) {
      return;
    }
    clear();
    shown = line;
    const others = counterparts(line);
    if (others.length === 0) {
      return;
    }
    line.classList.add("active");
    for (const other of others) {
      other.classList.add("related");
    }
    // Lines of this side that went to the same place.
    for (const same of others.length === 1 ? counterparts(others[0]) : []) {
      if (same !== line) {
        same.classList.add("related");
      }
    }
    explain(line, others);
  }

  const ranges = (found) => {
    const parts = [];
    for (const number of found) {
      const last = parts.at(-1);
      if (last && last[1] === number - 1) {
        last[1] = number;
      } else {
        parts.push([number, number]);
      }
    }
    return parts.map(([first, last]) => (first === last ? `${first}` : `${first}–${last}`)).join(", ");
  };

  function explain(line, others) {
    const sides = line.closest(".sides");
    const why = (sides.why ??= JSON.parse(sides.querySelector(".why-data").textContent));
    const isSource = sideOf(line) === "js";
    const [from, to] = isSource ? ["JavaScript", "Python"] : ["Python", "JavaScript"];
    const where = element("p", "why-where");
    const target = element("a", "", `${to} ${ranges(others.map((other) => Number(other.dataset.line)))}`);
    target.href = `#${others[0].id}`;
    target.addEventListener("click", (event) => {
      event.preventDefault();
      cross(line);
    });
    where.append(element("strong", "", `${from} ${line.dataset.line}`), isSource ? " became " : " came from ", target);
    const list = element("ul", "why-list");
    const begins = isSource ? [Number(line.dataset.line)] : others.map((other) => Number(other.dataset.line));
    for (const at of numbers(line, "said")) {
      const { level, message } = why.said[at];
      list.append(element("li", "", element("span", `level ${level}`, level), ` ${message}`));
    }
    const uses = numbers(line, "uses").map((at) => why.uses[at]);
    const names = new Set();
    for (const use of uses) {
      if (names.has(use.rule)) {
        continue;
      }
      names.add(use.rule);
      const link = element("a", "name", use.rule);
      link.href = use.href;
      const item = element("li", "", link, " ", ...prose(use.doc));
      if (!begins.includes(use.at[0])) {
        item.append(" ", element("span", "around", `(it begins on line ${use.at[0]})`));
      }
      if (use.why) {
        item.append(" ", element("span", "around", `${use.takes}: ${use.why}.`));
      }
      const mark = () => underline(sides, use.at);
      item.addEventListener("pointerenter", mark);
      link.addEventListener("focus", mark);
      list.append(item);
    }
    for (const at of numbers(line, "decisions")) {
      const { takes, why: reason } = why.decisions[at];
      list.append(element("li", "", element("span", "name", takes), ` ${reason}.`));
    }
    if (uses.length === 0 && list.children.length === 0) {
      list.append(element("li", "", "Syntax of the language: no rule was needed."));
    }
    if (panel.previousElementSibling !== sides) {
      sides.after(panel); // what follows the texts with Tab
    }
    body.replaceChildren(where, list);
    panel.hidden = false;
    if (uses.length > 0) {
      underline(sides, uses[0].at);
    }
  }

  // Underline the range of the source that a rule translated.
  function underline(sides, [line, column, endLine, endColumn]) {
    const highlights = globalThis.CSS?.highlights;
    if (!highlights) {
      return;
    }
    const start = placeIn(sides, line, column);
    const end = placeIn(sides, endLine, endColumn);
    if (start && end) {
      const range = new Range();
      range.setStart(...start);
      range.setEnd(...end);
      highlights.set("use", new Highlight(range));
    }
  }

  function placeIn(sides, number, column) {
    const code = byId(`${sides.dataset.prefix}js-${number}`)?.querySelector("code");
    if (!code) {
      return null;
    }
    let rest = column - 1;
    const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (rest <= node.length) {
        return [node, rest];
      }
      rest -= node.length;
    }
    return [code, code.childNodes.length];
  }

  function hold(line, focus = true) {
    held = line;
    show(line);
    const number = line.querySelector("a.number");
    if (number) {
      rove(number);
      const [other] = counterparts(line);
      if (other) {
        rove(other.querySelector("a.number")); // Tab goes on at the same place
      }
      if (focus) {
        number.focus({ preventScroll: true, focusVisible: keyboard });
      }
    }
  }

  // Of the numbers of a side one can be reached with Tab; the arrow keys move on from it.
  function rove(number) {
    for (const other of number.closest(".side").querySelectorAll('a.number[tabindex="0"]')) {
      other.tabIndex = -1;
    }
    number.tabIndex = 0;
  }

  function bringIntoView(line) {
    const details = line.closest("details");
    if (details) {
      details.open = true;
    }
    line.scrollIntoView({ block: "nearest" });
  }

  function go(line) {
    bringIntoView(line);
    hold(line);
  }

  function step(line, by) {
    const lines = [...line.closest(".side").querySelectorAll(".line.linked")];
    const next = lines[lines.indexOf(line) + by];
    if (next) {
      go(next);
    }
  }

  function cross(line) {
    const [other] = counterparts(line);
    if (other) {
      go(other);
    }
  }

  function release() {
    held = null;
    clear();
  }

  for (const sides of document.querySelectorAll(".sides")) {
    for (const side of sides.querySelectorAll(".side")) {
      side.querySelectorAll("a.number").forEach((number, index) => (number.tabIndex = index === 0 ? 0 : -1));
    }
    sides.addEventListener("pointerover", (event) => {
      const line = event.pointerType === "mouse" && event.target.closest(".line.linked");
      if (line) {
        show(line);
      }
    });
    sides.addEventListener("pointerleave", () => {
      if (held) {
        show(held);
      }
    });
    sides.addEventListener("focusin", (event) => {
      if (event.target.matches("a.number")) {
        hold(event.target.closest(".line"), false);
      }
    });
    sides.addEventListener("click", (event) => {
      const line = event.target.closest(".line.linked");
      if (!line || getSelection()?.toString()) {
        return;
      }
      if (event.target.closest("a.number")) {
        event.preventDefault();
        cross(line);
      } else {
        hold(line);
      }
    });
    sides.addEventListener("keydown", (event) => {
      const line = event.target.matches("a.number") && event.target.closest(".line");
      if (!line || event.altKey || event.ctrlKey || event.metaKey) {
        return;
      }
      const action = {
        ArrowDown: () => step(line, 1),
        ArrowUp: () => step(line, -1),
        ArrowLeft: () => cross(line),
        ArrowRight: () => cross(line),
        Enter: () => cross(line),
      }[event.key];
      if (action) {
        event.preventDefault();
        action();
      }
    });
  }

  document.addEventListener("pointerdown", () => (keyboard = false), true);
  document.addEventListener("keydown", () => (keyboard = true), true);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      release();
    }
  });
  panel?.querySelector(".why-close").addEventListener("click", release);

  function followHash() {
    const line = byId(decodeURIComponent(location.hash.slice(1)))?.closest(".line.linked");
    if (line) {
      go(line);
    }
  }
  addEventListener("hashchange", followHash);
  followHash();

  // ---- copying ------------------------------------------------------------------------

  for (const button of document.querySelectorAll(".copy")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const lines = button.closest(".side").querySelectorAll(".line code");
      const text = [...lines].map((line) => `${line.textContent}\n`).join("");
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Not allowed";
      }
      setTimeout(() => (button.textContent = "Copy"), 1500);
    });
  }

  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) {
      details.open = true;
    }
  });

  // ---- filters ------------------------------------------------------------------------

  const form = document.querySelector("form.filters");
  if (form) {
    const items = [...document.querySelectorAll(`${form.dataset.filter} > li`)].map((item) => ({
      item,
      text: `${item.textContent} ${item.dataset.words ?? ""}`.toLowerCase(),
    }));
    const nothing = document.querySelector(".nothing");
    const count = form.querySelector(".count");

    const fits = ({ item, text }, wanted) => {
      const words = (wanted.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
      return words.every((word) => text.includes(word)) &&
        Object.entries(wanted).every(([name, value]) =>
          name === "text" || !value || (item.dataset[name] ?? "").split(" ").includes(value));
    };

    const apply = () => {
      const wanted = Object.fromEntries(new FormData(form));
      let left = 0;
      for (const entry of items) {
        const fit = fits(entry, wanted);
        entry.item.hidden = !fit;
        left += fit;
      }
      for (const pack of document.querySelectorAll(".pack")) {
        pack.hidden = !pack.querySelector("li:not([hidden])");
      }
      nothing.hidden = left > 0;
      count.textContent = left === items.length ? `${left} in all` : `${left} of ${items.length}`;
      const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value)).toString();
      try {
        history.replaceState(null, "", query ? `?${query}` : location.pathname);
      } catch {
        // Some browsers keep the address of a file as it is.
      }
    };

    for (const [name, value] of new URLSearchParams(location.search)) {
      if (form.elements[name]) {
        form.elements[name].value = value;
      }
    }
    form.hidden = false;
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    nothing.querySelector(".reset").addEventListener("click", () => {
      form.reset();
      apply();
      form.elements.text.focus();
    });
    apply();
  }
})();
