// Rich text is no field that the browser closes with the others: in closed fields nobody writes in it either.
(() => {
  const close = (within) => {
    for (const text of within.querySelectorAll('[contenteditable="true"]')) {
      text.setAttribute("contenteditable", "false");
    }
  };
  document.addEventListener("DOMContentLoaded", () => {
    for (const closed of document.querySelectorAll("[data-closed-fields]")) {
      close(closed);
      new MutationObserver(() => close(closed)).observe(closed, {
        subtree: true,
        childList: true,
        attributes: true,
        attributeFilter: ["contenteditable"],
      });
    }
  });
})();
