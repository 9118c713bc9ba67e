"use strict";
// Looks words up in the site's own index. Everything comes from files beside this one; nothing is sent anywhere.
(function () {
  var waiting = {}, known = {}, shown = 20;
  var LETTERS = /[\p{L}\p{N}]+/gu;
  var crcs = new Uint32Array(256).map(function (_, n) {
    for (var k = 0; k < 8; k++) { n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1; }
    return n;
  });

  window.donghyang = {
    take: function (what, key, value) {
      var name = what === "list" ? what : what + key;
      known[name] = what === "list" ? { parts: key, items: value } : value;
      (waiting[name] || []).forEach(function (go) { go(known[name]); });
      delete waiting[name];
    }
  };

  function load(name, file) {
    return new Promise(function (go, fail) {
      if (name in known) { go(known[name]); return; }
      if (waiting[name]) { waiting[name].push(go); return; }
      waiting[name] = [go];
      var script = document.createElement("script");
      script.src = "search/" + file + ".js";
      script.onerror = function () { delete waiting[name]; fail(new Error(file)); };
      document.head.appendChild(script);
    });
  }

  function normal(text) { return text.normalize("NFKC").toLowerCase(); }

  function crc(text) {
    var bytes = new TextEncoder().encode(text), sum = 0xFFFFFFFF;
    for (var i = 0; i < bytes.length; i++) { sum = crcs[(sum ^ bytes[i]) & 255] ^ (sum >>> 8); }
    return (sum ^ 0xFFFFFFFF) >>> 0;
  }

  function pairs(run) {
    var letters = Array.from(run), found = [];
    if (letters.length === 1) { return [run + " "]; }
    for (var i = 0; i + 1 < letters.length; i++) { found.push(letters[i] + letters[i + 1]); }
    return found;
  }

  function numbers(steps) {
    var at = 0;
    return (steps || []).map(function (step, i) { at = i ? at + step : step; return at; });
  }

  async function candidates(runs) {
    var list = await load("list", "list"), left = null;
    for (var pair of new Set(runs.flatMap(pairs))) {
      var part = crc(pair) % list.parts;
      var share = await load("part" + part, String(part));
      var here = new Set(numbers(Object.prototype.hasOwnProperty.call(share, pair) ? share[pair] : []));
      left = left === null ? Array.from(here) : left.filter(function (n) { return here.has(n); });
      if (!left.length) { break; }
    }
    var items = list.items;
    function rank(n) { return runs.filter(function (run) { return normal(items[n][1]).includes(run); }).length; }
    return (left || []).map(function (n) { return [rank(n), items[n][3], n]; })
      .sort(function (a, b) { return b[0] - a[0] || (a[1] < b[1] ? 1 : a[1] > b[1] ? -1 : a[2] - b[2]); })
      .map(function (row) { return row[2]; });
  }

  async function textOf(n, item) {
    var rows = await load("text" + item[3], "text-" + item[3]);
    var row = rows.find(function (one) { return one[0] === n; });
    return row ? row[1] : "";
  }

  function add(parent, tag, text, name) {
    var made = document.createElement(tag);
    if (text) { made.textContent = text; }
    if (name) { made.className = name; }
    parent.appendChild(made);
    return made;
  }

  // The line below the headline that says most of what is sought; a row of a table only where no other does.
  function passage(text, runs) {
    var best = "", most = -1;
    text.split("\n").slice(1).forEach(function (line) {
      var plain = normal(line), hits = runs.filter(function (run) { return plain.includes(run); }).length;
      var worth = 2 * hits - (line.includes(" | ") ? 1 : 0);
      if (hits && worth > most) { best = line; most = worth; }
    });
    return best;
  }

  function snippet(parent, text, runs) {
    var line = passage(text, runs), low = normal(line), p = add(parent, "p", "", "snippet");
    if (low.length !== line.length) { p.append(line.slice(0, 160)); return; }
    var at = Math.min.apply(null, runs.map(function (run) { return low.indexOf(run); }).filter(function (n) { return n >= 0; }));
    var from = at > 60 ? line.indexOf(" ", at - 40) + 1 : 0, words = line.slice(from, from + 160);
    if (from) { p.append("… "); }
    low = normal(words);
    for (var i = 0; i < words.length;) {
      var hit = runs.map(function (run) { return [low.indexOf(run, i), run.length]; })
        .filter(function (one) { return one[0] >= 0; }).sort(function (a, b) { return a[0] - b[0]; })[0];
      if (!hit) { p.append(words.slice(i)); break; }
      p.append(words.slice(i, hit[0]));
      add(p, "mark", words.slice(hit[0], hit[0] + hit[1]));
      i = hit[0] + hit[1];
    }
    if (from + 160 < line.length) { p.append("…"); }
  }

  async function look(query, most) {
    var box = document.getElementById("found"), said = document.getElementById("said");
    var runs = normal(query).match(LETTERS) || [];
    box.replaceChildren();
    said.textContent = "";
    if (!runs.length) { return; }
    try {
      var ids = await candidates(runs), items = known.list.items, count = 0, rest = 0;
      for (var n of ids) {
        if (count === most) { rest = 1; break; }
        var text = await textOf(n, items[n]), plain = normal(text);
        if (!runs.every(function (run) { return plain.includes(run); })) { continue; }
        count++;
        var row = add(box, "li"), link = add(row, "a", items[n][1]);
        link.href = items[n][0];
        add(row, "p", items[n][2] + " · " + items[n][3].split("-").map(Number).join(". "), "where");
        snippet(row, text, runs);
      }
      said.textContent = count ? count + "건" + (rest ? " 이상" : "") : "찾은 기사가 없습니다.";
      document.getElementById("more").hidden = !rest;
    } catch (problem) {
      said.textContent = "색인 파일을 읽지 못했습니다(" + problem.message + ").";
    }
  }

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.getElementById("search"), field = document.getElementById("words");
    var more = document.getElementById("more"), most = shown;
    function go() { most = shown; look(field.value, most); }
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      try { history.replaceState(null, "", "#" + encodeURIComponent(field.value)); } catch (problem) { /* in a folder */ }
      go();
    });
    more.addEventListener("click", function () { most += shown; look(field.value, most); });
    if (location.hash.length > 1) {
      try { field.value = decodeURIComponent(location.hash.slice(1)); } catch (problem) { return; }
      go();
    }
  });
})();
