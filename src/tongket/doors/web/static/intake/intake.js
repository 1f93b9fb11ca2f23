// Keys for who works through a long table: j, k move; a accepts; r refuses; e changes.
// Everything that they do is also a button in the row.
"use strict";
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input, select, textarea")) return;
  const rows = [...document.querySelectorAll(".figures tbody tr[id^=row-]")];
  const here = rows.indexOf(document.activeElement.closest(".figures tbody tr"));
  const press = (selector) => rows[here]?.querySelector(selector)?.click();
  const go = (row) => {
    if (!row) return;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    document.getElementById(row.id.replace("row-", ""))?.scrollIntoView({ block: "nearest" });
  };
  if (event.key === "j") go(rows[here + 1]);
  else if (event.key === "k") go(rows[Math.max(here - 1, 0)]);
  else if (event.key === "a") press(".accept");
  else if (event.key === "r") press(".refuse");
  else if (event.key === "e") press(".change");
  else return;
  event.preventDefault();
});
// Whoever comes to a figure in the text finds its row beside it, and the other way round.
const show = () => {
  const name = location.hash.replace(/^#(row-)?/, "");
  if (!/^f\d+$/.test(name)) return;
  document.querySelectorAll(".figures tr.here").forEach((row) => row.classList.remove("here"));
  const row = document.getElementById("row-" + name);
  const other = location.hash.startsWith("#row-") ? document.getElementById(name) : row;
  row?.classList.add("here");
  other?.scrollIntoView({ block: "center" });
};
window.addEventListener("hashchange", show);
show();
// A row that was swapped keeps the place of whoever was on it.
document.addEventListener("htmx:afterSwap", (event) => {
  const row = event.detail.elt.closest?.(".figures tbody tr") ?? event.detail.elt;
  if (row?.id?.startsWith("row-")) document.getElementById(row.id)?.focus({ preventScroll: true });
});
