// Keys, and a warning before words are lost. Everything works without this file.
"use strict";
const form = document.getElementById("form");
const target = document.getElementById("target");
const begun = target.value;
let sent = false;
form.addEventListener("submit", () => { sent = true; });
window.addEventListener("beforeunload", (event) => {
  if (!sent && target.value !== begun) event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && event.ctrlKey) {
    event.preventDefault();
    form.requestSubmit();
  } else if (event.altKey && (event.key === "PageDown" || event.key === "PageUp")) {
    const link = document.getElementById(event.key === "PageDown" ? "following" : "previous");
    if (link) { event.preventDefault(); link.click(); }
  }
});
(document.getElementById("problem") || target).focus();
