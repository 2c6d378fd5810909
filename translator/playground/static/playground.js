// The playground: translates while one types, executes when one asks for it.
"use strict";

(() => {
  const $ = (selector) => document.querySelector(selector);
  const source = $("#source");
  const back = $(".back");
  const result = $("#result");
  const state = $(".state");
  const said = $("#said");
  const why = $(".why-line");
  const form = $(".controls");
  const examples = JSON.parse($("#examples").textContent);

  const KEEP = "js2aio";
  // How long nothing is typed before the text is sent, in milliseconds.
  const PAUSE = 60;

  function element(name, className, ...content) {
    const made = document.createElement(name);
    if (className) {
      made.className = className;
    }
    made.append(...content);
    return made;
  }

  function stored(name, value) {
    try {
      if (value === undefined) {
        return sessionStorage.getItem(`${KEEP}.${name}`);
      }
      sessionStorage.setItem(`${KEEP}.${name}`, value);
    } catch {
      // Nothing is kept, then.
    }
    return null;
  }

  // ---- the server -----------------------------------------------------------------------

  // The token stands in the address that the terminal shows; it is kept for a reload.
  const given = location.hash.slice(1);
  if (given) {
    stored("token", given);
    history.replaceState(null, "", location.pathname);
  }
  const token = given || stored("token") || "";

  async function ask(what, body, signal) {
    const answer = await fetch(`/api/${what}`, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Js2aio-Token": token },
      body: JSON.stringify(body),
      signal,
    });
    if (!answer.ok && answer.status !== 409) {
      throw new Error((await answer.text()).trim());
    }
    return answer.json();
  }

  function options() {
    const chosen = Object.fromEntries(new FormData(form));
    delete chosen.example;
    return { ...chosen, task_names: form.elements.task_names.checked };
  }

  // ---- the JavaScript: its colours ------------------------------------------------------

  const TOKEN = new RegExp(
    [
      String.raw`(?<c>\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$))`,
      String.raw`(?<s>"(?:\\.|[^"\\\n])*"?|'(?:\\.|[^'\\\n])*'?|${"`"}(?:\\[\s\S]|[^${"`"}\\])*${"`"}?)`,
      String.raw`(?<k>\b(?:async|await|break|case|catch|class|const|continue|default|delete|do|else|export|extends|false|finally|for|from|function|get|if|import|in|instanceof|let|new|null|of|return|set|static|super|switch|this|throw|true|try|typeof|undefined|var|void|while|with|yield)\b)`,
      String.raw`(?<n>\b\d[\w.]*\b)`,
      String.raw`(?<b>\b(?:Promise|Math|JSON|Object|Array|Map|Set|Number|String|Date|Error|console)\b)`,
    ].join("|"),
    "g",
  );

  // The ranges of a text with their class: those of the colours, cut where the marks begin
  // and end.
  function pieces(text, marks) {
    const colours = [];
    for (const match of text.matchAll(TOKEN)) {
      const name = Object.keys(match.groups).find((key) => match.groups[key] !== undefined);
      colours.push({ start: match.index, end: match.index + match[0].length, name });
    }
    const cuts = new Set([0, text.length]);
    for (const { start, end } of [...colours, ...marks]) {
      cuts.add(start).add(end);
    }
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) {
      cuts.add(at).add(at + 1);
    }
    const sorted = [...cuts].sort((a, b) => a - b);
    const found = [];
    let colour = 0;
    for (let at = 0; at + 1 < sorted.length; at += 1) {
      const [start, end] = [sorted[at], sorted[at + 1]];
      while (colour < colours.length && colours[colour].end <= start) {
        colour += 1;
      }
      const names = colours[colour]?.start <= start ? [colours[colour].name] : [];
      const mark = marks.findLast((each) => each.start <= start && end <= each.end);
      found.push({ start, end, name: [...names, ...(mark ? ["said", mark.level] : [])].join(" ") });
    }
    return found;
  }

  let shown = null; // the last translation

  function paint() {
    const text = source.value;
    const current = shown && shown.source === text ? shown : null;
    const lines = text.split("\n");
    const starts = [0];
    for (const line of lines) {
      starts.push(starts.at(-1) + line.length + 1);
    }
    const place = (line, column) => Math.min((starts[line - 1] ?? text.length) + column - 1, text.length);
    const marks = (current?.said ?? []).map((item) => {
      const start = place(item.line, item.column);
      return { start, end: Math.max(place(item.end_line, item.end_column), start + 1), level: item.level };
    });
    const rows = lines.map((_, index) => {
      const number = element("span", "number");
      number.dataset.number = index + 1;
      const row = element("span", "line", number);
      row.style.position = "relative";
      return row;
    });
    let row = 0;
    for (const { start, end, name } of pieces(text, marks)) {
      const part = text.slice(start, end);
      if (part === "\n") {
        row += 1;
      } else if (part) {
        rows[row].append(name ? element("span", name, part) : part);
      }
    }
    for (const item of current?.said ?? []) {
      const line = rows[item.line - 1];
      if (line && !line.dataset.say) {
        line.dataset.say = item.message;
        line.classList.add(`says-${item.level}`);
      }
    }
    back.replaceChildren(...rows);
    relate();
  }

  // ---- the Python -----------------------------------------------------------------------

  function showPython(translation) {
    const rows = translation.python.map((line) => {
      const number = element("span", "number");
      number.dataset.number = line.number;
      const code = element("code");
      code.innerHTML = line.html; // escaped by the server; the policy allows no script in it
      const row = element("span", `line${line.to.length ? " linked" : ""}`, number, code);
      row.style.position = "relative";
      row.dataset.line = line.number;
      return row;
    });
    const top = result.scrollTop;
    result.replaceChildren(...rows);
    result.scrollTop = top;
  }

  function showSaid(items) {
    said.replaceChildren(
      ...items.map((item) => {
        const place = element("button", "", `line ${item.line}`);
        place.type = "button";
        place.addEventListener("click", () => goTo(item.line, item.column));
        return element("li", "", place, " ", element("span", `level ${item.level}`, item.level),
          ` ${item.message}`, ...(item.hint ? [element("span", "hint", item.hint)] : []));
      }),
    );
  }

  function goTo(line, column) {
    const lines = source.value.split("\n").slice(0, line - 1);
    const offset = lines.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
    source.focus();
    source.setSelectionRange(offset, offset);
    relate();
  }

  // Mark what belongs to the line that the caret is in, or that the pointer is on.
  function relate(pointed = null) {
    for (const line of document.querySelectorAll(".active, .related")) {
      line.classList.remove("active", "related");
    }
    if (!shown?.python || shown.source !== source.value) {
      why.replaceChildren();
      return;
    }
    if (pointed) {
      const line = shown.python[pointed - 1];
      result.children[pointed - 1]?.classList.add("active");
      for (const number of line?.to ?? []) {
        back.children[number - 1]?.classList.add("related");
      }
      explain("Python", line);
      return;
    }
    const number = source.value.slice(0, source.selectionStart).split("\n").length;
    const line = shown.javascript[number - 1];
    if (!line?.to.length) {
      why.replaceChildren();
      return;
    }
    back.children[number - 1]?.classList.add("active");
    const others = line.to.map((at) => result.children[at - 1]).filter(Boolean);
    for (const other of others) {
      other.classList.add("related");
    }
    const [first] = others;
    if (first && document.activeElement === source) {
      const { offsetTop, offsetHeight } = first;
      const top = offsetTop - result.offsetTop;
      if (top < result.scrollTop || top + offsetHeight > result.scrollTop + result.clientHeight) {
        result.scrollTop = top - result.clientHeight / 3;
      }
    }
    explain("JavaScript", line);
  }

  function explain(language, line) {
    if (!line) {
      why.replaceChildren();
      return;
    }
    const parts = [`${language} line ${line.number}: `];
    const rules = new Map(line.uses.map((at) => [shown.why.uses[at].rule, shown.why.uses[at]]));
    for (const { rule, doc } of rules.values()) {
      parts.push(element("strong", "", rule), ` ${doc} `);
    }
    for (const at of line.decisions) {
      const { takes, why: reason } = shown.why.decisions[at];
      parts.push(element("strong", "", takes), ` ${reason}. `);
    }
    if (parts.length === 1) {
      parts.push(line.helper ? `a part of the helper ${line.helper}.` : "syntax of the language, no rule was needed.");
    }
    why.replaceChildren(...parts);
  }

  // ---- translating ----------------------------------------------------------------------

  let timer = 0;
  let asking = null;

  async function translate() {
    asking?.abort();
    const own = (asking = new AbortController());
    const text = source.value;
    state.textContent = "…";
    try {
      const answer = await ask("translate", { source: text, options: options() }, own.signal);
      if (own.signal.aborted) {
        return;
      }
      state.textContent = answer.failure ? "not translated" : "";
      result.classList.toggle("stale", Boolean(answer.failure));
      if (answer.failure) {
        shown = { source: text, said: answer.said };
        showSaid(answer.said.length ? answer.said : [{ line: 1, column: 1, level: "error", message: answer.failure }]);
      } else {
        shown = { source: text, ...answer };
        showPython(answer);
        showSaid(answer.said);
      }
      paint();
    } catch (error) {
      if (error.name !== "AbortError") {
        state.textContent = "";
        said.replaceChildren(element("li", "", element("span", "level error", "error"),
          token ? ` The server does not answer: ${error.message}` : " Open the address that the terminal shows: the token of this session is in it."));
      }
    }
  }

  function changed() {
    stored("source", source.value);
    paint();
    clearTimeout(timer);
    timer = setTimeout(translate, PAUSE);
  }

  source.addEventListener("input", () => {
    form.elements.example.value = "";
    changed();
  });
  document.addEventListener("selectionchange", () => {
    if (document.activeElement === source) {
      relate();
    }
  });
  result.addEventListener("pointerover", (event) => {
    const line = event.target.closest(".line.linked");
    if (line) {
      relate(Number(line.dataset.line));
    }
  });
  result.addEventListener("pointerleave", () => relate());
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    if (event.target.name === "example") {
      const example = examples[event.target.value];
      if (example) {
        source.value = example.source;
        $("#editor").scrollTop = 0;
        source.setSelectionRange(0, 0);
      }
    }
    changed();
  });
  $(".copy").addEventListener("click", async (event) => {
    const button = event.target;
    try {
      await navigator.clipboard.writeText(shown?.code ?? "");
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed";
    }
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });

  // ---- executing: only when the button is pressed ---------------------------------------

  const run = $(".run");
  const stop = $(".stop");
  const verdict = $(".verdict");
  const outputs = $(".outputs");
  const VERDICTS = {
    same: "✓ Both print the same",
    different: "✗ They differ",
    alone: "Only the Python was executed: Node is not installed",
    refused: "Refused in part: it raises NotImplementedError there",
  };

  function showRun(side, done) {
    const output = outputs.querySelector(`.${side}`);
    output.hidden = !done;
    if (!done) {
      return;
    }
    output.querySelector(".exit").textContent = done.exit_code === null
      ? `stopped${done.stopped ? `: ${done.stopped}` : ""}`
      : `exit code ${done.exit_code}, ${done.seconds} s`;
    output.querySelector("pre").textContent = (done.stdout + done.stderr) || "(nothing)";
  }

  run.addEventListener("click", async (event) => {
    if (!event.isTrusted) {
      return; // a script pressed it
    }
    run.disabled = true;
    stop.hidden = false;
    verdict.hidden = true;
    try {
      const done = await ask("run", { source: source.value, options: options() });
      const what = done.failure ? "failed" : done.verdict;
      verdict.className = `verdict ${what === "failed" ? "different" : what}`;
      verdict.textContent = done.failure ?? VERDICTS[what];
      outputs.hidden = Boolean(done.failure);
      if (!done.failure) {
        outputs.classList.toggle("single", !done.javascript);
        showRun("js", done.javascript);
        showRun("py", done.python);
      }
    } catch (error) {
      verdict.className = "verdict different";
      verdict.textContent = error.message;
    }
    verdict.hidden = false;
    run.disabled = false;
    stop.hidden = true;
  });
  stop.addEventListener("click", () => ask("stop", {}).catch(() => {}));

  source.value = stored("source") ?? examples[0].source;
  paint();
  translate();
})();
