// Copies the page's address. Without this file the button stays hidden and the address is on the page as a link.
const buttons = document.querySelectorAll("button[data-copy]");
if (navigator.clipboard) {
  for (const button of buttons) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      const said = button.querySelector("[role=status]");
      said.textContent = " – " + button.dataset.done;
    });
  }
}
