/// The style of published pages: one column, the system's fonts, light and dark, and paper.
enum SiteStyle {
  static let css: StaticString = """
    :root { --ink: #1a1a1a; --paper: #fff; --accent: #8f1d14; --line: #767676; --soft: #f3f1ec; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #ececec; --paper: #161616; --accent: #ffb3a7; --line: #9a9a9a; --soft: #242424; }
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; }
    body { margin: 0 auto; padding: 0 1rem 3rem; max-width: 40em; color: var(--ink); background: var(--paper);
      font: 18px/1.75 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif;
      overflow-wrap: anywhere; }
    table { overflow-wrap: break-word; }
    :lang(en) { line-height: 1.5; }
    h1 { font-size: 1.6em; line-height: 1.35; margin: 1em 0 0.5em; }
    h2 { font-size: 1.2em; line-height: 1.4; margin: 1.6em 0 0.4em; }
    a { color: var(--accent); }
    a:focus-visible, input:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; background: var(--paper); padding: 0.5rem; }
    nav ul { list-style: none; padding: 0; margin: 0 -0.5rem; display: flex; flex-wrap: wrap; }
    nav a, .name a, .link a, .entries a { display: inline-block; min-height: 44px; min-width: 44px; padding: 0.35rem 0; }
    nav a { padding: 0.35rem 0.5rem; }
    .here a { color: var(--ink); font-weight: 700; text-decoration: none; border-bottom: 3px solid var(--accent); }
    .name a { color: var(--ink); text-decoration: none; }
    header { border-bottom: 1px solid var(--line); padding: 0.5rem 0; }
    header .name { font-weight: 700; margin: 0; }
    footer { margin-top: 3rem; border-top: 1px solid var(--line); padding-top: 0.8rem; font-size: 0.85em; }
    .strong { font-weight: 700; font-size: 1.1em; }
    .small { font-size: 0.85em; }
    .entries { list-style: none; padding: 0; }
    .entries li { border-bottom: 1px solid var(--line); padding: 0.4rem 0; }
    table { border-collapse: collapse; width: 100%; margin: 0.6rem 0; }
    caption { text-align: left; font-weight: 700; padding: 0.3rem 0; }
    th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem 0.4rem 0; border-bottom: 1px solid var(--line); }
    .short { white-space: nowrap; }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    .facts th { white-space: nowrap; width: 6em; }
    .signature { text-align: right; }
    .leg { margin: 0.8rem 0 0; }
    .bar { display: block; width: 100%; height: auto; margin: 0.2rem 0 0.6rem; }
    .bar .whole { fill: var(--soft); stroke: var(--line); }
    .bar .part { fill: var(--ink); }
    .bar .silent { stroke: var(--ink); stroke-width: 24; stroke-dasharray: 3 5; }
    .bar .edge { stroke: var(--paper); stroke-width: 9; }
    .bar .need { stroke: var(--accent); stroke-width: 4; }
    .steps { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: 0.4rem 0; }
    .steps li { flex: 1 1 7em; border-top: 4px solid var(--line); padding: 0.3rem 0.6rem 0 0; }
    .steps .done { border-color: var(--ink); }
    .steps .now { border-color: var(--accent); font-weight: 700; }
    input[type="search"] { font: inherit; width: 100%; padding: 0.5rem; min-height: 44px; border: 2px solid var(--line);
      background: var(--paper); color: var(--ink); }
    label { display: block; font-weight: 700; margin-top: 1.2rem; }
    .board main { font-size: 20pt; line-height: 1.6; }
    .board h1 { font-size: 36pt; text-align: center; }
    @media (max-width: 32em) {
      .grid thead { position: absolute; left: -100rem; }
      .short { white-space: normal; }
      .grid tr { display: block; border-bottom: 2px solid var(--line); padding: 0.4rem 0; }
      .grid td { display: grid; grid-template-columns: 5em 1fr; border: 0; padding: 0.1rem 0; text-align: left; }
      .grid td[data-name]::before { content: attr(data-name); font-weight: 700; grid-row: 1 / span 9; }
      .grid td > * { grid-column: 2; }
      .board main { font-size: 1.2em; }
      .board h1 { font-size: 1.8em; }
    }
    @media print {
      @page { size: A4; margin: 20mm; }
      body { max-width: none; color: #000; background: #fff; }
      nav, .skip, .search { display: none; }
      .board header, .board footer { display: none; }
    }

    """

  /// Shows the entries that hold all words that are typed. Without it, the lists of the pages remain.
  static let search: StaticString = """
    "use strict";
    (function () {
      var box = document.getElementById("q"), list = document.getElementById("found"), say = document.getElementById("count");
      if (!box || !list || !window.hallIndex) { return; }
      function show() {
        var words = box.value.toLowerCase().split(/\\s+/).filter(Boolean);
        list.textContent = "";
        say.textContent = "";
        if (!words.length) { return; }
        var count = 0;
        window.hallIndex.forEach(function (entry) {
          var text = (entry.title + " " + entry.text).toLowerCase();
          if (!words.every(function (word) { return text.indexOf(word) >= 0; })) { return; }
          count += 1;
          if (count > 100) { return; }
          var item = document.createElement("li"), link = document.createElement("a");
          link.href = entry.href;
          link.textContent = entry.title;
          item.appendChild(link);
          list.appendChild(item);
        });
        say.textContent = box.getAttribute("data-found").replace("{}", count);
      }
      box.addEventListener("input", show);
      document.getElementById("search").hidden = false;
      show();
    })();

    """
}
