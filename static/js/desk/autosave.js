// Wagtail's saving by itself, mended in three places. It takes its first picture of a form two seconds after the form was
// ready, so that what was typed before counts as unchanged; and a press of "Lưu" while it is at work sends a new page a
// second time. And it does not tell the form what it has saved, though the server refuses a form that knows less than
// what is saved.
(() => {
  const FORM = "form[data-controller~='w-autosave']";
  const FIRST_PICTURE = 2_200; // milliseconds; Wagtail's own wait and a little more
  const CHANGING = "[data-streamfield-action], [id$='-ADD'], [id$='-DELETE-button']";
  const typedEarly = new WeakSet();
  const pictured = new WeakSet();

  // Says that the form has unsaved text: the way out asks, and the saving begins.
  const markChanged = (form) => {
    form.dataset.wUnsavedForceValue = "true";
    form.dataset.wUnsavedHasEditsValue = "true";
  };

  const noteEarly = (event) => {
    const form = event.isTrusted && event.target.closest?.(FORM);
    if (!form || pictured.has(form) || (event.type === "click" && !event.target.closest(CHANGING))) return;
    typedEarly.add(form);
    markChanged(form);
  };
  for (const type of ["input", "change", "click"]) document.addEventListener(type, noteEarly, true);

  // After Wagtail's first picture everything is noticed by comparison; what came before it is saved once more, whole.
  document.addEventListener("w-unsaved:ready", ({ target: form }) =>
    setTimeout(() => {
      pictured.add(form);
      if (!typedEarly.has(form)) return;
      markChanged(form);
      form.dispatchEvent(new CustomEvent("w-unsaved:add", { bubbles: true, detail: { type: "edits" } }));
    }, FIRST_PICTURE),
  );

  // The form again, with the button that was pressed; by then Wagtail has switched the button off.
  const send = (form, button) => {
    if (button?.name) {
      const pressed = Object.assign(document.createElement("input"), { type: "hidden", name: button.name, value: button.value });
      form.append(pressed);
    }
    form.requestSubmit();
  };

  const waitForAutosave = async (event) => {
    const form = event.target;
    const saving = form.matches(FORM) && window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");
    if (!saving) return;
    saving.activeValue = false; // nothing is saved by itself behind the button's back
    if (!saving.submitPromise) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    await saving.submitPromise;
    send(form, event.submitter);
  };
  document.addEventListener("submit", waitForAutosave, true);

  const know = (form, name, value) => {
    if (!form.elements.namedItem(name)) form.append(Object.assign(document.createElement("input"), { type: "hidden", name }));
    form.elements.namedItem(name).value = value;
  };

  // A new page gets these boxes from Wagtail, with the same values.
  document.addEventListener("w-autosave:success", ({ target: form, detail: { data } }) => {
    if (!data?.revision_id || data.hydrate_url) return;
    know(form, "loaded_revision_id", data.revision_id);
    know(form, "loaded_revision_created_at", data.revision_created_at);
  });
})();
