import { forgetAllDrafts } from './drafts.ts';
import { startRecordForm } from './record-form.ts';

const form = document.querySelector<HTMLFormElement>('form[data-draft]');
if (form) startRecordForm(form);

// Whoever signs out may be leaving somebody else's machine.
document.addEventListener('submit', ({ target }) => {
  if (target instanceof HTMLFormElement && new URL(target.action).pathname === '/sign-out') forgetAllDrafts();
});
