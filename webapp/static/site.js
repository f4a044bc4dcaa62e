"use strict";
// Everything works without this file; it only makes some of it quicker.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = document.querySelector(button.dataset.copy).textContent.trim();
  navigator.clipboard.writeText(text).then(() => {
    const said = button.textContent;
    button.textContent = button.dataset.copied;
    setTimeout(() => { button.textContent = said; }, 2000);
  });
});
// what was meant goes into its field, and the rest of the form stays as it is
document.addEventListener("click", (event) => {
  const meant = event.target.closest("[data-fill]");
  const field = meant && document.querySelector(meant.dataset.fill);
  if (!field) return;
  event.preventDefault();
  field.value = meant.dataset.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
});
// a copy button needs the script, so it is shown by it; also where htmx has put it into the page
const showCopyButtons = () => document.querySelectorAll("[data-copy]").forEach((button) => { button.hidden = false; });
showCopyButtons();
document.addEventListener("htmx:afterSettle", showCopyButtons);
// after a form was refused, the summary of what is wrong is read first
document.getElementById("errors")?.focus();
