// Says that the session is about to end for lack of work, keeps it while somebody types, and makes a form that outlived
// its session fit to be sent after signing in again in another tab. The server decides; this only tells of it.
(() => {
  const COOKIE = "phien-lam-viec";
  const STAY = "/phien/";
  const LOOK = 5; // seconds between two looks
  const TYPING_TELLS = 60; // seconds between two notes that somebody works here

  function cookie(name) {
    const found = document.cookie.split("; ").find((pair) => pair.startsWith(`${name}=`));
    return found ? decodeURIComponent(found.slice(name.length + 1)).replaceAll('"', "") : "";
  }

  // Who goes back after somebody has left, or after another has come, is shown the door and not the screen of before.
  const tokenAtFirst = cookie("csrftoken");
  addEventListener("pageshow", (event) => {
    if (event.persisted && (!cookie(COOKIE) || cookie("csrftoken") !== tokenAtFirst)) location.reload();
  });

  // Seconds by the server's clock; the page has just been noted as work, so the cookie tells how far ours is off.
  const read = () => cookie(COOKIE).split(":")[0].split(".").map(Number);
  const [seenAtFirst] = read();
  if (!seenAtFirst) return;
  const offset = Date.now() / 1000 - seenAtFirst;
  const now = () => Date.now() / 1000 - offset;

  function left() {
    const [seen, minutes, ends] = read();
    return seen ? Math.min(seen + minutes * 60, ends) - now() : 0;
  }

  const notice = document.createElement("div");
  notice.className = "session-end";
  notice.setAttribute("role", "alert");
  notice.hidden = true;
  const words = document.createElement("p");
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Tiếp tục làm việc";
  const again = document.createElement("a");
  again.target = "_blank";
  again.rel = "opener";
  again.textContent = "Đăng nhập ở thẻ mới";
  again.href = "/tai-khoan/dang-nhap/";
  notice.append(words, button, again);
  document.body.append(notice);

  function say(text, isOver) {
    if (words.textContent !== text) words.textContent = text;
    button.hidden = isOver;
    again.hidden = !isOver;
    notice.hidden = false;
  }

  let wasOver = false;
  function look() {
    const seconds = left();
    if (seconds <= 0) {
      wasOver = true;
      say("Phiên làm việc đã kết thúc. Những gì đang gõ vẫn còn trên trang này: đăng nhập ở thẻ mới rồi quay lại đây lưu.", true);
    } else {
      if (wasOver) renewTokens();
      wasOver = false;
      const [, minutes] = read();
      if (seconds < Math.min(120, minutes * 12)) {
        say("Lâu chưa có thao tác, phiên làm việc sắp kết thúc.", false);
      } else {
        notice.hidden = true;
      }
    }
  }

  // Signing in gives a new token; what stands in the forms here is the old one.
  function renewTokens() {
    const token = cookie("csrftoken");
    for (const field of document.querySelectorAll("input[name=csrfmiddlewaretoken]")) field.value = token;
    if (window.wagtailConfig) window.wagtailConfig.CSRF_TOKEN = token;
  }

  let asking = false;
  async function stay() {
    if (asking || left() <= 0) return;
    asking = true;
    try {
      await fetch(STAY, { method: "POST" });
    } catch {
      // No network for a moment: the next key says it again.
    }
    asking = false;
    look();
  }

  function works() {
    const [seen] = read();
    if (seen && now() - seen > TYPING_TELLS) stay();
  }

  button.addEventListener("click", stay);
  for (const kind of ["input", "keydown", "pointerdown"]) document.addEventListener(kind, works, { passive: true });
  document.addEventListener("visibilitychange", look);
  setInterval(look, LOOK * 1000);
})();
