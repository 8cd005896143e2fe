import { fieldsOf, parsed, say, takeOver } from './page.ts';

const PAUSE_MS = 350;
const SLOW_MS = 500;

/** Asks for moments in words and for everybody's mails after each pause in typing; an answer to older words is dropped. */
export function followTyping(form: HTMLFormElement): { ask: () => void } {
  let asked: AbortController | undefined;
  let pause: number | undefined;

  async function ask(): Promise<void> {
    asked?.abort();
    const mine = new AbortController();
    asked = mine;
    const slow = window.setTimeout(() => say('working', true), SLOW_MS);
    try {
      const path = `${new URL(form.action).pathname}/preview`;
      const answer = await fetch(path, { method: 'POST', body: fieldsOf(form), signal: mine.signal });
      const text = await answer.text();
      if (answer.ok && asked === mine) takeOver(parsed(text));
      say('offline', false);
    } catch (problem) {
      // Newer words, or no connection: what stands there stays, and the draft is kept anyway.
      if (!(problem instanceof DOMException || problem instanceof TypeError)) throw problem;
    } finally {
      window.clearTimeout(slow);
      if (asked === mine) say('working', false);
    }
  }

  const soon = () => {
    asked?.abort();
    window.clearTimeout(pause);
    pause = window.setTimeout(() => void ask(), PAUSE_MS);
  };
  form.addEventListener('input', soon);
  return { ask: () => void ask() };
}
