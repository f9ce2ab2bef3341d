// Tables are sorted by their columns. Without this script they stand as they were written: the best, or the worst, first.
"use strict";
for (const table of document.querySelectorAll("table.sortable")) {
  const body = table.tBodies[0];
  const heads = [...table.tHead.rows[0].cells];
  const known = (cell) => cell.dataset.sort !== undefined && cell.dataset.sort !== "";
  heads.forEach((head, column) => {
    const button = document.createElement("button");
    button.type = "button";
    button.title = table.dataset.hint;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const numbers = [...body.rows].some((row) => known(row.cells[column]));
      const before = head.getAttribute("aria-sort");
      // Numbers begin with the largest, words with A.
      const rising = before ? before !== "ascending" : !numbers;
      const compare = (a, b) => {
        const [x, y] = [a.cells[column], b.cells[column]];
        if (!numbers) return x.textContent.localeCompare(y.textContent) * (rising ? 1 : -1);
        if (known(x) !== known(y)) return known(x) ? -1 : 1;
        return known(x) ? (Number(x.dataset.sort) - Number(y.dataset.sort)) * (rising ? 1 : -1) : 0;
      };
      heads.forEach((other) => other.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      body.append(...[...body.rows].sort(compare));
    });
  });
}
