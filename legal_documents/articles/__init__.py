"""⬡ The text of a legal document as its parts: phần, chương, mục, điều, khoản, điểm, each with an address."""
