import { forgetDraft } from './drafts.ts';
import { fillIn } from './fill-in.ts';
import { followTyping } from './follow-typing.ts';
import { keepDrafts } from './keep-drafts.ts';
import { fieldsOf, goTo, parsed, say } from './page.ts';

/** The page said something else than the form: signed out, too long, or broken. */
function tell(page: Document): void {
  const said = document.getElementById('said');
  if (!said) return;
  const words = [...page.querySelectorAll('h1, .lead, main p')].map((part) => part.textContent?.trim());
  said.textContent = words.filter(Boolean).join('. ') || (page.body.textContent ?? '');
}

/** Puts the form that the server answered in the place of this one; what was typed is in it. */
function show(form: HTMLFormElement, page: Document): boolean {
  const fresh = page.querySelector('form[data-draft]');
  if (!fresh) return false;
  form.replaceChildren(...fresh.childNodes);
  document.title = page.title;
  const [aside, next] = [document.querySelector('.split > aside'), page.querySelector('.split > aside')];
  if (aside && next) aside.replaceChildren(...next.childNodes);
  return true;
}

/** Where a button says that its answer is to be looked at. */
function landing(button: HTMLElement | null): string {
  return new URL(button?.getAttribute('formaction') ?? '', document.baseURI).hash.slice(1);
}

/** Makes the form of a conversation answer while it is filled in. Everything it does goes without it, page by page. */
export function startRecordForm(form: HTMLFormElement): void {
  const draft = form.dataset.draft ?? '';
  let busy = false;

  async function send(fields: URLSearchParams, lands: string): Promise<void> {
    if (busy) return;
    busy = true;
    typing.stop();
    form.setAttribute('aria-busy', 'true');
    // What is typed now would be gone with the answer.
    const { activeElement } = document;
    form.inert = true;
    try {
      const answer = await fetch(form.action, { method: 'POST', body: fields });
      if (answer.redirected) {
        drafts.stop();
        forgetDraft(draft);
        location.assign(answer.url);
        return;
      }
      const page = parsed(await answer.text());
      form.inert = false;
      if (!show(form, page)) return tell(page);
      const alert = form.querySelector<HTMLElement>('.alert');
      if (alert) alert.focus();
      else goTo(lands);
      drafts.keep();
      typing.ask();
    } catch (problem) {
      if (!(problem instanceof TypeError)) throw problem;
      drafts.keep();
      say('offline', true);
      say('said', false);
      document.getElementById('offline')?.scrollIntoView({ block: 'nearest' });
    } finally {
      busy = false;
      form.inert = false;
      form.removeAttribute('aria-busy');
      if (activeElement instanceof HTMLElement && document.activeElement === document.body)
        activeElement.focus();
    }
  }

  const typing = followTyping(form);
  const drafts = keepDrafts(form, draft, (fields) => void send(fields, ''));
  fillIn(form);

  form.addEventListener('submit', (event) => {
    const { submitter } = event;
    // A mail opens in a tab of its own, as it would without us.
    if (submitter?.getAttribute('formtarget')) return;
    event.preventDefault();
    // Enter in a field: nothing is complete yet, so nothing is wrong yet.
    if (submitter instanceof HTMLButtonElement && submitter.value === 'enter') return typing.ask();
    void send(fieldsOf(form, submitter), landing(submitter));
  });
  // A link in the list of what is wrong leads into a fold.
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    if (link?.hash && link.pathname === location.pathname) goTo(link.hash.slice(1));
  });
  typing.ask();
}
