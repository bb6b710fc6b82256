// The desk's boxes for dates. Wagtail's picker writes today into a box that it cannot read, and reads 1/3/2027 or
// 2027-03-01 its own way. Here what was typed stays as it is, with a word beside it when the form will refuse it, and
// the picker opens at the day that the form will read. The ways of writing are those of cms/formats/vi/formats.py.
(() => {
  const jQuery = window.jQuery;
  const DAY_FIRST = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
  const YEAR_FIRST = /^(\d{4})-(\d{1,2})-(\d{1,2})$/;
  // "ngày 1 tháng 3 năm 2027", as the law writes it, and "ngày 1/3/2027".
  const IN_WORDS = /(?:ngày\s+)?(?<!\d)(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/iu;
  const CALLED = /ngày\s+(?=\d{1,2}[/-])/iu;
  const TIME = /^(\d{1,2}):(\d{2})(?::\d{2})?$/;
  const UNREADABLE =
    "Không đọc được ngày này. Hãy ghi ngày/tháng/năm, năm đủ bốn chữ số, ví dụ 01/03/2027.";
  const UNREADABLE_TIME =
    "Không đọc được ngày giờ này. Hãy ghi ngày/tháng/năm rồi giờ:phút, ví dụ 01/03/2027 08:00.";

  // Year, month and day that a word names; null when it names none.
  const dayOf = (word) => {
    const dayFirst = DAY_FIRST.exec(word);
    if (dayFirst) return [dayFirst[4], dayFirst[3], dayFirst[1]];
    const yearFirst = YEAR_FIRST.exec(word);
    return yearFirst && yearFirst.slice(1);
  };

  // The moment that the words of a text name; false when they name none (30/02/2027, 1/3/27).
  const read = (text, withTime) => {
    const words = text.replace(IN_WORDS, "$1/$2/$3").replace(CALLED, "").trim().split(/\s+/);
    const time = words.map((word) => TIME.exec(word)).find(Boolean);
    const found = words.map(dayOf).find(Boolean);
    if (!found || words.length !== (time ? 2 : 1) || (time && !withTime)) return false;
    const [year, month, day] = found.map(Number);
    const [hours, minutes] = time ? time.slice(1).map(Number) : [0, 0];
    const moment = new Date(year, month - 1, day, hours, minutes);
    const isReal = moment.getMonth() === month - 1 && moment.getDate() === day && hours < 24 && minutes < 60;
    return isReal && moment;
  };

  const formatter = window.DateFormatter.prototype;
  const parseDate = formatter.parseDate;
  formatter.parseDate = function (text, format) {
    const isOurs = typeof text === "string" && format.includes("d/m/Y");
    return isOurs ? read(text, format.includes("H")) : parseDate.call(this, text, format);
  };

  // Says beside the box that it will not be read; takes the word back once it will.
  const judge = (box, withTime) => {
    const isWrong = Boolean(box.value.trim()) && !read(box.value, withTime);
    const field = box.closest("[data-field]") || box.parentElement;
    field.querySelector(`[data-unreadable="${box.name}"]`)?.remove();
    box.removeAttribute("aria-invalid");
    if (!isWrong) return;
    box.setAttribute("aria-invalid", "true");
    const complaint = document.createElement("p");
    complaint.className = "error-message";
    complaint.dataset.unreadable = box.name;
    complaint.setAttribute("role", "alert");
    complaint.textContent = withTime ? UNREADABLE_TIME : UNREADABLE;
    (field.querySelector("[data-field-errors]") || field).append(complaint);
  };

  // Drawn anew at each step: no day is marked as chosen while the box names none; the button that is never shown goes,
  // for it is English.
  const tidy = (withTime) =>
    function (_moment, box) {
      const picker = jQuery(this);
      if (!read(box.val(), withTime)) picker.find(".xdsoft_current:not(.xdsoft_today)").removeClass("xdsoft_current");
      picker.find(".xdsoft_save_selected").remove();
    };

  const picker = jQuery.fn.datetimepicker;
  picker.defaults.validateOnBlur = false;
  const attach = (boxes, options) => {
    const withTime = options.format.includes("H");
    boxes.on("change", (event) => judge(event.target, withTime));
    // A picker opens a tenth of a second after its box was entered, even when the box was left before.
    boxes.on("blur", ({ target }) =>
      setTimeout(() => document.activeElement === target || picker.call(jQuery(target), "hide"), 200),
    );
    return picker.call(boxes, { ...options, onGenerate: tidy(withTime) });
  };

  jQuery.fn.datetimepicker = function (options, ...more) {
    const isDate = typeof options === "object" && options.format?.includes("d/m/Y");
    return isDate ? attach(this, options) : picker.call(this, options, ...more);
  };
  Object.assign(jQuery.fn.datetimepicker, picker);
})();
