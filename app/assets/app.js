// Small comforts over pages that work without it: live import progress, dialogs, a printed page.

// Buttons that only a script can serve are hidden until this one runs.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const word = button.textContent;
  const copy = async () => {
    field.select();
    // Without https there is no clipboard to ask; the older way still copies what is selected.
    if (navigator.clipboard) await navigator.clipboard.writeText(field.value);
    else document.execCommand("copy");
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = word; }, 4000);
  };
  button.hidden = false;
  button.setAttribute("aria-live", "polite");
  button.addEventListener("click", () => copy().catch(() => field.select()));
  field.addEventListener("focus", () => field.select());
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// Work that is not over: how far it is, and the page that follows when it is.
for (const place of document.querySelectorAll("[data-watch]")) {
  const source = new EventSource(place.dataset.watch);
  const bar = place.querySelector("progress");
  source.addEventListener("message", (event) => {
    const { said, rows, total } = JSON.parse(event.data);
    place.querySelector("[role=status]").textContent = said;
    if (rows > 0) Object.assign(bar, { max: total, value: rows });
  });
  source.addEventListener("over", () => { source.close(); location.reload(); });
  source.addEventListener("error", () => { if (source.readyState === EventSource.CLOSED) location.reload(); });
}

// A page that others change while it is looked at. The stream says that something happened; what it was, the page itself
// says. Nothing that is being written is touched.
for (const place of document.querySelectorAll("[data-changes]")) {
  const source = new EventSource(place.dataset.changes);
  const isWritten = (field) => field.type === "radio" || field.type === "checkbox"
    ? field.checked !== field.defaultChecked : field.value !== field.defaultValue && field.defaultValue !== undefined;
  source.addEventListener("message", async () => {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    const isAtWork = [...document.querySelectorAll("main :is(input, textarea)")].some(isWritten);
    const next = fresh.querySelector("[data-changes]");
    if (next?.dataset.state !== place.dataset.state && !isAtWork) return location.reload();
    for (const part of document.querySelectorAll("[data-live]")) {
      const other = fresh.getElementById(part.id);
      if (other && other.innerHTML !== part.innerHTML) part.replaceChildren(...other.childNodes);
    }
  });
}

// A file beyond the limit is told before it is sent, for a connection that is cut in the middle tells nothing.
for (const form of document.querySelectorAll("form[data-limit]")) {
  form.addEventListener("submit", (event) => {
    const files = [...form.querySelector("[type=file]").files];
    const isTooLarge = files.some((file) => file.size > Number(form.dataset.limit));
    document.getElementById("files-too-large").hidden = !isTooLarge;
    if (isTooLarge) event.preventDefault();
  });
}

// What a text makes is shown beside it while it is written, a moment after the last key; without a script a button does.
for (const form of document.querySelectorAll("form[data-preview]")) {
  const place = document.getElementById(form.dataset.preview);
  let waits, turn = 0;
  const renew = async () => {
    const own = ++turn;
    const body = new URLSearchParams(new FormData(form));
    body.set("do", "preview");
    const answer = await fetch(form.action, { method: "POST", body });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(place.id);
    // A later key has its own answer; a page of another kind, such as the sign-in, has none.
    if (fresh && own === turn) place.replaceChildren(...fresh.childNodes);
  };
  form.addEventListener("input", () => {
    clearTimeout(waits);
    waits = setTimeout(() => renew().catch(() => {}), 400);
  });
}
