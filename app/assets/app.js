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
