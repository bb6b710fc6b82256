// Suggestions under every search box while somebody types: a combobox with a list (WAI-ARIA 1.2). Without this file
// each of them is a plain form.
const MOST = 7;
const PAUSE = 150; // milliseconds without a key before the portal is asked

class Suggestions {
  constructor(form, number) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.items = [];
    this.active = -1;
    this.dress(`goi-y-${number}`);
    this.input.addEventListener("input", () => this.later());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
    this.form.addEventListener("submit", () => this.close());
  }

  // The field becomes a combobox; a list and a voice for screen readers come after it.
  dress(id) {
    this.list = make("ul", { id, role: "listbox", hidden: "", "aria-label": "Gợi ý" });
    this.voice = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
    const frame = make("div", { class: "suggestions" });
    frame.append(this.list);
    this.input.closest("div").after(frame, this.voice);
    const roles = { role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" };
    for (const [name, value] of Object.entries(roles)) this.input.setAttribute(name, value);
    this.list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
    this.list.addEventListener("click", (event) => this.take(Number(event.target.closest("li")?.dataset.number ?? -1)));
  }

  // A new letter makes the old question and its answer worthless.
  later() {
    clearTimeout(this.timer);
    this.request?.abort();
    if (!this.input.value.trim()) return this.close();
    this.timer = setTimeout(() => this.ask(this.input.value), PAUSE);
  }

  async ask(text) {
    this.request = new AbortController();
    const address = `${this.form.dataset.suggest}?${new URLSearchParams({ q: text.slice(0, 200), limit: MOST })}`;
    try {
      const response = await fetch(address, { signal: this.request.signal });
      if (response.ok) this.show(this.wanted((await response.json()).results), text);
    } catch {
      // Aborted, or no network: the form works as it is.
    }
  }

  // A form that names kinds takes only those, and asks with the chosen one instead of opening it.
  wanted(items) {
    const kinds = this.form.dataset.kinds?.split(" ");
    return kinds ? items.filter((item) => kinds.includes(item.kind)) : items;
  }

  show(items, text) {
    if (this.input.value !== text || document.activeElement !== this.input) return;
    this.items = items;
    this.list.replaceChildren(...items.map((item, number) => this.option(item, number)));
    this.choose(-1);
    this.open(items.length > 0);
    this.voice.textContent = items.length ? `${items.length} gợi ý, dùng phím mũi tên để chọn` : "Không có gợi ý";
  }

  option(item, number) {
    const line = make("li", { id: `${this.list.id}-${number}`, role: "option", "aria-selected": "false" });
    line.dataset.number = number;
    line.append(item.title, make("small", {}, [item.label, item.code].filter(Boolean).join(" · ")));
    return line;
  }

  open(yes) {
    this.list.hidden = !yes;
    this.input.setAttribute("aria-expanded", String(yes));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.choose(-1);
    this.open(false);
    this.voice.textContent = "";
  }

  // Marks an option for eye and ear; -1 for none.
  choose(number) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = number;
    const line = this.list.children[number];
    line?.setAttribute("aria-selected", "true");
    line?.scrollIntoView({ block: "nearest" });
    if (line) this.input.setAttribute("aria-activedescendant", line.id);
    else this.input.removeAttribute("aria-activedescendant");
  }

  take(number) {
    const item = this.items[number];
    if (!item) return;
    this.close();
    if (!this.form.dataset.kinds) return window.location.assign(item.url);
    this.input.value = item.code || item.title;
    this.form.requestSubmit();
  }

  key(event) {
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (this.list.hidden) return this.reopen(event);
    const last = this.items.length - 1;
    const moves = {
      ArrowDown: this.active === last ? -1 : this.active + 1,
      ArrowUp: this.active === -1 ? last : this.active - 1,
    };
    // Home and End belong to the text until an option is chosen.
    if (this.active >= 0) Object.assign(moves, { Home: 0, End: last });
    if (event.key in moves) this.walk(moves[event.key]);
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && this.active >= 0) this.take(this.active);
    else return;
    event.preventDefault();
  }

  // Whoever walks through a list keeps it: an answer that is still on its way would take the choice away.
  walk(number) {
    clearTimeout(this.timer);
    this.request?.abort();
    this.choose(number);
  }

  reopen(event) {
    if (event.key !== "ArrowDown" || !this.input.value.trim()) return;
    event.preventDefault();
    this.ask(this.input.value);
  }
}

function make(name, attributes, text = "") {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
}

document.querySelectorAll("form[data-suggest]").forEach((form, number) => new Suggestions(form, number));
