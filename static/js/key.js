// Shows the buttons for security keys where the browser knows them, and says in words when a key was not taken.
(() => {
  if (!window.PublicKeyCredential) return;
  for (const button of document.querySelectorAll("#dung-khoa")) button.hidden = false;
  document.addEventListener("allauth.error", (event) => {
    event.preventDefault();
    let words = document.getElementById("khoa-khong-duoc");
    if (!words) {
      words = document.createElement("p");
      words.id = "khoa-khong-duoc";
      words.className = "complaint";
      words.setAttribute("role", "alert");
      words.textContent = "Trình duyệt không nhận được khóa. Hãy cắm khóa, hoặc thử lại và làm theo lời nhắc của trình duyệt.";
      document.getElementById("dung-khoa").after(words);
    }
    words.hidden = false;
  });
})();
