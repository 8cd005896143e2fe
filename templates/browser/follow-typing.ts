import { fieldsOf, parsed, say, takeOver } from './page.ts';

const PAUSE_MS = 350;
const SLOW_MS = 500;

/** Asks for moments in words and for everybody's mails after each pause in typing; an answer to older words is dropped. */
export function followTyping(form: HTMLFormElement): { ask: () => void; stop: () => void } {
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
      if (asked !== mine) return;
      if (answer.ok) takeOver(parsed(text));
      say('offline', false);
    } catch (problem) {
      // No connection: what stands there stays, and the draft is kept anyway.
      if (problem instanceof TypeError) say('offline', true);
      // Newer words made this one pointless.
      else if (!(problem instanceof DOMException)) throw problem;
    } finally {
      window.clearTimeout(slow);
      if (asked === mine) say('working', false);
    }
  }

  const stop = () => {
    asked?.abort();
    asked = undefined;
    window.clearTimeout(pause);
  };
  const soon = () => {
    stop();
    pause = window.setTimeout(() => void ask(), PAUSE_MS);
  };
  form.addEventListener('input', soon);
  return { ask: () => void ask(), stop };
}
