import { forgetDraft, keepDraft, readDraft } from './drafts.ts';
import { fieldsOf, timeOf } from './page.ts';

const PAUSE_MS = 300;

function showTime(id: string, at: number): void {
  const place = document.getElementById(id);
  const time = place?.querySelector('time');
  if (!place || !time) return;
  time.textContent = timeOf(at);
  place.hidden = false;
}

function hide(id: string): void {
  const place = document.getElementById(id);
  if (place) place.hidden = true;
}

/** Whether something was typed already: a page may be used before its script arrives. */
function isTouched(form: HTMLFormElement): boolean {
  return [...form.elements].some((field) =>
    field instanceof HTMLInputElement
      ? field.value !== field.defaultValue || field.checked !== field.defaultChecked
      : field instanceof HTMLTextAreaElement && field.value !== field.defaultValue,
  );
}

/**
 * Keeps what is typed in this browser, and offers what it kept when the form is opened anew. While the offer stands nothing
 * is kept, so that it is not lost to the first letter. `resume` gets the fields to go on with.
 */
export function keepDrafts(form: HTMLFormElement, id: string, resume: (fields: URLSearchParams) => void) {
  let pause: number | undefined;
  let held = false;

  const keep = () => {
    window.clearTimeout(pause);
    pause = undefined;
    if (held) return;
    const fields = fieldsOf(form);
    fields.delete('token');
    const at = Date.now();
    if (keepDraft(id, { at, fields: fields.toString() })) showTime('kept', at);
  };
  form.addEventListener('input', () => {
    window.clearTimeout(pause);
    pause = window.setTimeout(keep, PAUSE_MS);
  });
  document.addEventListener('visibilitychange', () => {
    if (pause !== undefined && document.visibilityState === 'hidden') keep();
  });

  const draft = form.dataset.fresh === 'yes' ? readDraft(id) : undefined;
  if (draft) {
    held = true;
    showTime('draft', draft.at);
  } else if (isTouched(form)) keep();
  form.addEventListener('click', ({ target }) => {
    const wish = target instanceof HTMLElement ? target.dataset.draftDo : undefined;
    if (wish === undefined) return;
    held = false;
    hide('draft');
    if (wish === 'afresh' || !draft) return forgetDraft(id);
    const fields = new URLSearchParams(draft.fields);
    fields.set('token', fieldsOf(form).get('token') ?? '');
    fields.set('do', 'resume');
    resume(fields);
  });

  return {
    keep,
    stop: () => {
      window.clearTimeout(pause);
      pause = undefined;
      held = true;
    },
  };
}
