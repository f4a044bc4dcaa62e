"use strict";
// Everything works without this file; it only makes some of it quicker.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = document.querySelector(button.dataset.copy).textContent.trim();
  navigator.clipboard.writeText(text).then(() => {
    const said = button.textContent;
    button.textContent = button.dataset.copied;
    // a button that changes its words is read out by nobody
    const announced = document.getElementById("announced");
    announced.textContent = button.dataset.copied;
    setTimeout(() => {
      button.textContent = said;
      announced.textContent = "";
    }, 2000);
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
// what was done is read out: a region that is there when the page opens is not
const flash = document.getElementById("flash");
if (flash) setTimeout(() => { document.getElementById("announced").textContent = flash.textContent; }, 300);
// after a form was refused, the summary of what is wrong is read first
document.getElementById("errors")?.focus();

// Says in time that the session ends, and asks before what was typed is left. Nothing here is needed to go on.
{
  const note = document.getElementById("session-note");
  const channel = new BroadcastChannel("session");
  const MOST = 300;
  let end = note?.dataset.left ? Date.now() + note.dataset.left * 1000 : 0;
  const warnBefore = Math.min(MOST, (note?.dataset.left ?? 0) / 3) * 1000;
  let shown = "";
  let field = null;

  const show = (id) => {
    if (shown === id) return;
    shown = id;
    note.replaceChildren(document.getElementById(id).content.cloneNode(true));
    const until = note.querySelector("[data-until]");
    if (until) {
      until.textContent = new Date(end).toLocaleTimeString(document.documentElement.lang,
        { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Amsterdam" });
    }
  };
  const clear = () => {
    shown = "";
    note.replaceChildren();
  };
  const look = () => {
    const left = end - Date.now();
    if (left <= 0) show("session-over");
    else if (left <= warnBefore && shown !== "session-last") show("session-warning");
  };
  const goOn = (until) => {
    end = until;
    clear();
    look();
  };
  // asking is a use of the session; where it does not go on for longer, it is as old as it may be
  const prolong = async () => {
    const answer = await fetch("/session", { headers: { "HX-Request": "true" } });
    if (answer.status !== 200) {
      show("session-over");
      return;
    }
    const until = Date.now() + Number(await answer.text()) * 1000;
    if (until - Date.now() <= warnBefore) {
      end = until;
      show("session-last");
    } else {
      goOn(until);
      channel.postMessage(until);
    }
    field?.focus();
  };

  if (end) {
    setInterval(look, 5000);
    document.addEventListener("visibilitychange", look);
    channel.onmessage = (event) => goOn(event.data);
    channel.postMessage(end);
    note.addEventListener("click", (event) => {
      if (event.target.closest("[data-prolong]")) prolong();
    });
  } else if (document.querySelector('form[action="/login"]')) {
    channel.postMessage(Date.now()); // signed out, in another tab
  }

  const typed = new Set();
  document.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form?.method === "post" && !form.querySelector("[type=password]")) {
      typed.add(form);
      field = event.target;
    }
  });
  document.addEventListener("submit", (event) => {
    typed.delete(event.target);
  });
  addEventListener("beforeunload", (event) => {
    if ([...typed].some((form) => form.isConnected)) event.preventDefault();
  });
}

// On the way back a browser puts back what was typed: not what somebody else had typed there before him.
{
  const account = document.body.dataset.account;
  addEventListener("pageshow", () => {
    if (!account) return;
    const before = history.state?.account;
    if (before && before !== account) document.querySelectorAll("form").forEach((form) => form.reset());
    history.replaceState({ ...history.state, account }, "");
  });
}
