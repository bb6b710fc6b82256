// The form of a national procedure: copies an official part into the province's layer, and tells beside the button that
// saves what citizens will no longer see. Without this script the form works; the server warns when the page is opened.
(() => {
  const WAIT = 600; // milliseconds after the last key
  const DRAWN = 150;

  const overlay = () => window.wagtail?.editHandler?.getPanelByName("overlay")?.getBoundWidget();
  const root = () => document.getElementById("overlay-root");
  const url = (name) => document.querySelector("[data-official]")?.dataset[name];

  // --- Telling, beside the button that saves --------------------------------------------------------

  function region(name) {
    let element = document.getElementById(name);
    if (!element) {
      element = document.createElement("div");
      element.id = name;
      element.setAttribute("role", "status");
      told().append(element);
    }
    return element;
  }

  function told() {
    let element = document.getElementById("procedure-told");
    if (!element) {
      element = document.createElement("div");
      element.id = "procedure-told";
      document.querySelector("#page-edit-form footer, footer").prepend(element);
    }
    return element;
  }

  const say = (words) => region("copied").replaceChildren(words);

  // --- Copying ------------------------------------------------------------------------------------

  const isEmpty = (state) =>
    state == null || state === "" || state === false || state === 0
      ? true
      : Array.isArray(state)
        ? state.length === 0
        : typeof state === "object" && Object.values(state).every(isEmpty);

  function show(child) {
    const element = child.element ?? root();
    document.querySelector(`[role=tab][href="#${element.closest("[role=tabpanel]")?.id}"]`)?.click();
    // The tab's panel is not there to be focused before it is drawn.
    setTimeout(() => {
      element.querySelector("input:not([type=hidden]), textarea")?.focus();
      element.scrollIntoView({ block: "start" });
    }, DRAWN);
  }

  const valueOf = (child) => child.block.getState().value;

  // Into the block that asks, else into one that still is empty; a part may have several, each with its days.
  function put(part, asking) {
    const stream = overlay();
    const held = stream.children.filter((child) => child.type === part.type);
    const child = asking ?? held.find((each) => isEmpty(valueOf(each))) ?? held[0];
    if (!child) {
      show(stream.insert(part, stream.children.length, {}));
      return "Đã chép phần trung ương vào phần của tỉnh. Sửa ở đây rồi lưu.";
    }
    const { value, ...own } = child.block.getState();
    if (!isEmpty(value)) {
      show(child);
      return (
        "Phần này đã có nội dung của tỉnh nên không chép đè. Muốn chép lại thì xóa nội dung ấy trước; muốn có nội dung " +
        "cho thời gian khác thì thêm một khối nữa."
      );
    }
    child.block.setState({ ...part.value, ...own });
    show(child);
    return "Đã chép phần trung ương vào đây. Sửa rồi lưu.";
  }

  async function copy(part, button, asking) {
    button.disabled = true;
    try {
      const answer = await fetch(url("officialUrl").replace("PART", part), { credentials: "same-origin" });
      if (!answer.ok) throw new Error(answer.status);
      say(put(await answer.json(), asking));
    } catch {
      say("Chưa chép được, máy chủ chưa trả lời. Những gì đã gõ vẫn còn; hãy bấm lại.");
    } finally {
      button.disabled = false;
    }
  }

  const blockOf = (button) => overlay().children.find((child) => child.element.contains(button));

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-copy-official], [data-copy-official-here]");
    if (!button) return;
    const asking = button.dataset.copyOfficial ? undefined : blockOf(button);
    copy(button.dataset.copyOfficial ?? asking.type, button, asking);
  });

  // --- What citizens will no longer see -----------------------------------------------------------

  let timer;
  let asked = 0;

  async function tell() {
    const form = document.getElementById("page-edit-form");
    const sent = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (name.startsWith("overlay-") || name === "csrfmiddlewaretoken") sent.append(name, value);
    }
    const number = ++asked;
    const answer = await fetch(url("droppedUrl"), { method: "POST", body: sent, credentials: "same-origin" });
    if (answer.ok && number === asked) region("dropped-rows").innerHTML = await answer.text();
  }

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => tell().catch(() => {}), WAIT);
  }

  function begin() {
    if (!root() || !url("officialUrl")) return;
    document.body.classList.add("has-official-part");
    root().addEventListener("input", later);
    root().addEventListener("change", later);
    // A row that is taken away stays in the form, hidden.
    new MutationObserver(later).observe(root(), { childList: true, subtree: true, attributeFilter: ["aria-hidden"] });
    later();
  }

  window.addEventListener("load", begin);
})();
