// Asks every two seconds how far a printing is, until it is over. Without this file a link on the page does it by hand.
const watched = document.querySelector("[data-progress]");
const PAUSE = 2000; // milliseconds

async function look() {
  try {
    const response = await fetch(window.location.href, { headers: { "X-By-Itself": "1" } });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const now = page.querySelector("[data-progress]");
    if (!now) return window.location.reload(); // over, one way or the other
    watched.querySelector("p").textContent = now.querySelector("p").textContent;
    watched.querySelector("progress").replaceWith(now.querySelector("progress"));
  } catch {
    // No network for a moment: asked again.
  }
  setTimeout(look, PAUSE);
}

if (watched) setTimeout(look, PAUSE);
