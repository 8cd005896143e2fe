/** The fields of a form as it would send them, with the button that was pressed. */
export function fieldsOf(form: HTMLFormElement, button?: HTMLElement | null): URLSearchParams {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form, button)) fields.append(name, String(value));
  return fields;
}

export function parsed(text: string): Document {
  return new DOMParser().parseFromString(text, 'text/html');
}

/** Shows or clears one of the sentences that stand ready in the page. */
export function say(id: string, on: boolean): void {
  const place = document.getElementById(id);
  if (!place) return;
  place.textContent = on ? (place.dataset.says ?? '') : '';
  place.hidden = !on;
}

/** "14:05", or with its day when that is not today, in the page's language. */
export function timeOf(at: number): string {
  const when = new Date(at);
  const isToday = when.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ weekday: 'long', day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat('en-GB', { ...day, hour: '2-digit', minute: '2-digit' }).format(when);
}

/** Opens whatever folds a field away, then goes there. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  if (!place) return;
  for (let fold = place.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
    fold.open = true;
  place.focus();
  place.scrollIntoView({ block: 'nearest' });
}

/** Takes over the newest pieces that follow the typing, except where somebody is busy, and leaves open what was open. */
export function takeOver(fresh: ParentNode): void {
  for (const piece of fresh.querySelectorAll('[data-live]')) {
    const here = document.getElementById(piece.id);
    if (!here || here.innerHTML === piece.innerHTML || here.contains(document.activeElement)) continue;
    const folds = new Map([...here.querySelectorAll('details')].map(({ id, open }) => [id, open]));
    here.replaceChildren(...piece.childNodes);
    for (const fold of here.querySelectorAll('details')) fold.open = folds.get(fold.id) ?? fold.open;
  }
}
