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

  function snippet(parent, text, runs) {
    var plain = normal(text), at = plain.length === text.length ? plain.indexOf(runs[0]) : -1;
    var from = Math.max(0, at - 40), words = text.slice(from, from + 160), p = add(parent, "p", "", "snippet");
    if (from) { p.append("…"); }
    var low = normal(words);
    if (low.length !== words.length) { p.append(words + "…"); return; }
    for (var i = 0; i < words.length;) {
      var hit = runs.map(function (run) { return [low.indexOf(run, i), run.length]; })
        .filter(function (one) { return one[0] >= 0; }).sort(function (a, b) { return a[0] - b[0]; })[0];
      if (!hit) { p.append(words.slice(i)); break; }
      p.append(words.slice(i, hit[0]));
      add(p, "mark", words.slice(hit[0], hit[0] + hit[1]));
      i = hit[0] + hit[1];
    }
    p.append("…");
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
        add(row, "p", items[n][2] + " · " + items[n][3], "where");
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
