// What a procedure's page does by script: it passes its address on, and prints whole. Without this file, or where the
// browser can do neither, both buttons stay hidden and the address stands in a plain field.
const fields = document.querySelectorAll(".plain-address");

if (navigator.clipboard) {
  for (const field of fields) field.hidden = true;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const said = button.querySelector("[role=status]");
      said.textContent = " – " + button.dataset.done;
    });
  }
} else {
  for (const field of fields) field.toggleAttribute("data-needed", true);
}

if (navigator.share) {
  for (const button of document.querySelectorAll("button[data-share]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      // Whoever thinks better of it closes the device's list; that is no error.
      navigator.share({ title: button.dataset.title, url: button.dataset.share }).catch(() => {});
    });
  }
}

// print.css unfolds what is folded in browsers that know ::details-content; in others (Chrome up to 130, so the last one
// for Windows 7) it would be missing on paper.
if (!CSS.supports("selector(::details-content)")) {
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")];
    for (const part of unfolded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of unfolded) part.open = false;
  });
}
