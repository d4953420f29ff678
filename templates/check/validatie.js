// Filters, copying, and links into what a filter hides. The page is complete
// without this script.
(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) return;
  var text = document.getElementById("f-tekst");
  var part = document.getElementById("f-project");
  var family = document.getElementById("f-familie");
  var levels = Array.prototype.slice.call(form.querySelectorAll("input[name=niveau]"));
  var state = document.getElementById("stand");
  var nothing = document.getElementById("niets");

  function plain(s) {
    return s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/\s+/g, " ");
  }
  function number(n) {
    return String(n).replace(/\B(?=(\d{3})+$)/g, ".");
  }

  // One walk over the page makes the model that every filter works on.
  var total = 0;
  var parts = Array.prototype.map.call(document.querySelectorAll("[data-part]"), function (el) {
    return {
      el: el, id: el.id, head: el.querySelector("h3").textContent,
      rules: Array.prototype.map.call(el.querySelectorAll(":scope > .rule"), function (r) {
        var items = Array.prototype.slice.call(r.querySelectorAll(":scope > .items > .item"));
        total += items.length;
        return { el: r, level: r.dataset.niveau, family: r.dataset.familie, head: r.querySelector("h4").textContent + " " + r.querySelector(".why a").textContent, items: items, texts: null, partly: false };
      })
    };
  });

  function apply() {
    var words = plain(text.value).split(" ").filter(Boolean);
    var on = {};
    levels.forEach(function (l) { on[l.value] = l.checked; });
    var shown = 0, without = 0;
    parts.forEach(function (p) {
      var inPart = 0, wanted = !part.value || part.value === p.id;
      p.rules.forEach(function (r) {
        var n = 0;
        if (wanted && on[r.level] && (!family.value || family.value === r.family)) n = match(p, r, words);
        r.el.hidden = n === 0;
        inPart += n;
      });
      // A part without findings lacks sheets: only a filter on findings hides it.
      var lacks = !p.rules.length && wanted && !family.value && levels.every(function (l) { return l.checked; }) &&
        words.every(function (w) { return plain(p.el.textContent).indexOf(w) >= 0; });
      p.el.hidden = inPart === 0 && !lacks;
      if (lacks) without++;
      shown += inPart;
    });
    nothing.hidden = shown + without > 0;
    state.textContent = shown === total ?
      number(total) + (total === 1 ? " melding" : " meldingen") :
      number(shown) + " van " + number(total) + (total === 1 ? " melding" : " meldingen");
  }

  // match hides the items of a rule that lack a word and counts the others.
  function match(p, r, words) {
    if (!words.length && !r.partly) return r.items.length;
    if (!r.texts) {
      var head = p.head + " " + r.head + " ";
      r.texts = r.items.map(function (i) { return plain(head + i.textContent); });
    }
    var n = 0;
    r.partly = false;
    r.items.forEach(function (item, i) {
      var ok = words.every(function (w) { return r.texts[i].indexOf(w) >= 0; });
      if (item.hidden === ok) item.hidden = !ok;
      if (ok) n++; else r.partly = true;
    });
    return n;
  }

  var waiting = 0;
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  }
  text.addEventListener("input", soon);
  form.addEventListener("change", apply);
  form.addEventListener("submit", function (e) { e.preventDefault(); apply(); });
  function clear() {
    text.value = part.value = family.value = "";
    levels.forEach(function (l) { l.checked = true; });
    apply();
  }
  document.getElementById("wis").addEventListener("click", function () { clear(); text.focus(); });

  // A link to something that a filter hides first shows everything again.
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest("[hidden]")) {
      clear();
      target.scrollIntoView();
    }
  }
  window.addEventListener("hashchange", reveal);

  document.querySelectorAll("button.copy").forEach(function (b) {
    b.hidden = false;
    b.addEventListener("click", function () {
      var from = document.getElementById(b.dataset.for);
      copy(from, function (ok) { state.textContent = ok ? "De mail is gekopieerd." : "De mail is geselecteerd; kopieer met Ctrl+C."; b.dataset.done = ok ? "Gekopieerd" : "Geselecteerd"; setTimeout(function () { delete b.dataset.done; }, 2500); });
    });
  });
  function copy(from, done) {
    function byHand() {
      var range = document.createRange();
      range.selectNodeContents(from);
      var selection = getSelection();
      selection.removeAllRanges();
      selection.addRange(range);
      var ok = false;
      try { ok = document.execCommand("copy"); } catch (e) { ok = false; }
      if (ok) selection.removeAllRanges();
      done(ok);
    }
    if (navigator.clipboard && navigator.clipboard.writeText) {
      navigator.clipboard.writeText(from.textContent).then(function () { done(true); }, byHand);
    } else byHand();
  }

  form.hidden = false;
  apply();
  reveal();
})();
