// What a procedure's page does by script: it passes its address on, opens the case that is chosen, and prints whole.
// Without this file, or where the browser cannot, both buttons stay hidden, the address stands in a plain field, and the
// style sheet alone shows the case.
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

// The case that an address leads to, or that holds what it leads to, is open, so that screen readers say so.
function openChosen() {
  const chosen = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const folded = chosen?.closest("details.papers");
  if (folded && !folded.open) {
    folded.open = true;
    chosen.scrollIntoView();
  }
}

addEventListener("hashchange", openChosen);
openChosen();

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
