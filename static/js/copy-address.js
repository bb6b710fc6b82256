// A button that copies an address which is told once, or a text. Without this script, or where the browser does not allow it, the
// field is there to be copied by hand.
(() => {
  const COPIED = "Đã chép";
  const BY_HAND = "Trình duyệt không cho chép; hãy nhấn Ctrl+C";

  for (const field of document.querySelectorAll("input[data-copied], textarea[data-copied]")) {
    field.addEventListener("focus", () => field.select());
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: field.dataset.copied || "Chép địa chỉ" });
    button.className = "button button-secondary";
    const said = document.createElement("span");
    said.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      field.focus();
      try {
        await navigator.clipboard.writeText(field.value);
        said.textContent = COPIED;
      } catch {
        said.textContent = BY_HAND; // the field is marked by now
      }
    });
    field.after(" ", button, " ", said);
  }
})();
