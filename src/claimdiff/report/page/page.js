
"use strict";
(() => {
  const form = document.getElementById("filters");
  const count = document.getElementById("count");
  const findings = [...document.querySelectorAll(".finding")];
  const sources = new Map(findings.map((one) => [one, JSON.parse(one.dataset.sources)]));
  const words = new Map(findings.map((one) => [one, one.textContent.toLowerCase()]));

  const fits = (one, said, verdicts) =>
    (!said.get("topic") || one.dataset.topic === said.get("topic")) &&
    (!said.get("source") || sources.get(one).includes(said.get("source"))) &&
    verdicts.includes(one.dataset.verdict) &&
    Number(one.dataset.severity) >= Number(said.get("severity")) &&
    words.get(one).includes(said.get("words").trim().toLowerCase());

  const show = () => {
    const said = new FormData(form);
    const verdicts = said.getAll("verdict");
    let shown = 0;
    for (const one of findings) {
      one.hidden = !fits(one, said, verdicts);
      shown += one.hidden ? 0 : 1;
    }
    form.elements.shown.value = Number(said.get("severity")).toFixed(2);
    count.textContent = count.dataset.shown.replace("{shown}", shown).replace("{all}", findings.length);
  };

  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.closest(".finding[hidden]")) { form.reset(); show(); target.scrollIntoView(); }
    if (target && target.matches(".target")) { target.focus({ preventScroll: true }); }
  };

  form.addEventListener("input", show);
  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(show));
  for (const pick of document.querySelectorAll(".pick")) {
    pick.addEventListener("click", () => {
      form.reset();
      form.elements.topic.value = pick.dataset.topic;
      for (const box of form.querySelectorAll("[name=verdict]")) { box.checked = box.value === pick.dataset.verdict; }
      show();
      document.getElementById("findings").focus();
    });
  }
  window.addEventListener("hashchange", reveal);

  const theme = document.getElementById("theme");
  const themes = ["", "light", "dark"];
  theme.addEventListener("click", () => {
    const next = themes[(themes.indexOf(document.documentElement.dataset.theme || "") + 1) % themes.length];
    if (next) { document.documentElement.dataset.theme = next; } else { delete document.documentElement.dataset.theme; }
    theme.querySelector("span").textContent = theme.dataset[next || "system"];
  });
  theme.hidden = false;
  form.hidden = findings.length === 0;
  if (findings.length) { show(); }
  reveal();
})();
