// Small comforts over pages that work without it: live import progress, dialogs, a printed page.
