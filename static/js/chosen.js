// Tells the portal which place in the list was chosen for a question: a count, nothing about who. Works without.
const found = document.querySelector("[data-chosen]");
found?.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-position]");
  if (!link) return;
  const note = new URLSearchParams({ q: found.dataset.question, position: link.dataset.position });
  navigator.sendBeacon(found.dataset.chosen, note);
});
