// Wagtail's saving by itself, mended in five places. It takes its first picture of a form two seconds after the form was
// ready, so that what was typed before counts as unchanged; and a press of "Lưu" while it is at work sends a new page a
// second time. And it does not tell the form what it has saved, though the server refuses a form that knows less than
// what is saved. And a press without a connection, or without the right to save any more, throws away what was typed.
(() => {
  const FORM = "form[data-controller~='w-autosave']";
  const FIRST_PICTURE = 2_200; // milliseconds; Wagtail's own wait and a little more
  const CHANGING = "[data-streamfield-action], [id$='-ADD'], [id$='-DELETE-button']";
  const EDITED = "form[data-edit-form]";
  const PATIENCE = 15_000; // milliseconds
  const NOT_SENT =
    "Chưa lưu: không nối được với máy chủ. Chữ bạn đã ghi vẫn còn nguyên trong các ô. Hãy giữ màn hình này và bấm lưu lại khi có mạng.";
  const ready = new WeakSet();
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
    ready.add(form);
    form.requestSubmit();
  };

  // Why the form would not be taken; "" where nothing is known against it. The portal answers an address that is asked
  // for its OPTIONS by who may come there, and does nothing.
  const refusalOf = (form) =>
    fetch(form.action, { method: "OPTIONS", headers: { Accept: "application/json" }, signal: AbortSignal.timeout(PATIENCE) }).then(
      async (answer) => {
        if (answer.status >= 500) return NOT_SENT;
        if (answer.ok) return "";
        const reason = await answer.json().catch(() => ({}));
        return reason.error_message ?? "";
      },
      () => NOT_SENT,
    );

  // The button that Wagtail has switched off can be pressed again.
  const release = (button) => {
    const progress = button && window.wagtail.app.getControllerForElementAndIdentifier(button, "w-progress");
    if (progress) progress.loadingValue = false;
    if (button) button.disabled = false;
  };

  const tell = (form, text) => {
    const notice = document.getElementById("not-sent") ?? document.createElement("div");
    notice.id = "not-sent";
    notice.className = "help-block help-critical";
    notice.setAttribute("role", "alert");
    notice.textContent = text;
    form.prepend(notice);
    notice.scrollIntoView({ block: "center" });
  };

  // Without a connection the browser would leave the form for a page of its own, without the right to save for the front
  // page, and come back to a form without what was typed in the boxes that scripts have drawn: those of the province's
  // layer first of all.
  const holdUntilTaken = async (event) => {
    const { target: form, submitter } = event;
    if (!form.matches(EDITED) || ready.delete(form)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const saving = window.wagtail.app.getControllerForElementAndIdentifier(form, "w-autosave");
    if (saving) saving.activeValue = false; // nothing is saved by itself behind the button's back
    await saving?.submitPromise;
    const refusal = await refusalOf(form);
    if (!refusal) return send(form, submitter);
    if (saving) saving.activeValue = form.matches(FORM);
    release(submitter);
    tell(form, refusal);
  };
  document.addEventListener("submit", holdUntilTaken, true);

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
