import { expect, test } from 'vitest';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';

function firstLook(name: string): string {
  const found = sampleMails().find((sample) => sample.name === name);
  if (found === undefined) throw new Error(`no sample called ${name}`);
  const { subject, html } = renderMail(found.mail);
  const preheader = /<div style="display:none[^>]*>([^<]*)</u.exec(html)?.[1] ?? '';
  return `${subject} | ${preheader.replaceAll('&#39;', "'")}`;
}

test.each([
  [
    'recap: Bill, one commitment',
    'What we agreed about discounts | Bill, you do one thing, Mei-Ling one, Dana one; we talk again on Wednesday 13 January, 08:30.',
  ],
  [
    'recap: Dana, the manager',
    'What we agreed about discounts | You do one thing, Bill one, Mei-Ling one; you talk again on Wednesday 13 January, 08:30.',
  ],
  [
    'recap: nothing of one’s own',
    'What we agreed about discounts | Bill, nothing in it is yours to do; Dana does one thing; we talk again on Wednesday 13 January, 08:30.',
  ],
  [
    'reminder: first',
    "Is this right, Bill? | Dana wrote down what you agreed; say yes, or say what's wrong. Until then nothing counts.",
  ],
  [
    'start: once',
    "Today you start: “Call me before any discount over 15%, weekends included” | If something is in the way, say so now; that's the best moment.",
  ],
  [
    'heads-up: tomorrow',
    'Due tomorrow, 17:00: “Call me before any discount over 15%, weekends included” | On track? Nothing to do. Not on track? Propose another date now.',
  ],
  ['due-check: at due', 'Done, or not yet? | Bill, one tap is enough, and both answers are fine to give.'],
  [
    'celebration: owner',
    'You did it: “Call me before any discount over 15%, weekends included” | Thank you, Bill. You agreed: “Dinner for two at Carbone”.',
  ],
  [
    'consequence: owner',
    "It didn't happen. What got in the way? | Thank you for saying so, Bill. That is what makes the next part easy.",
  ],
  [
    'missed-not-reported: owner',
    "We haven't heard from you | It stands as not done for now. Did you do it? One tap puts it right.",
  ],
  [
    'consequence: the manager’s own, to everybody else',
    "Dana's part isn't done yet | It was promised for Friday. You can ask about it on Wednesday.",
  ],
  [
    'agenda: Bill',
    'Tomorrow, 15 minutes: discounts | First what went well, then what we learned, then what follows.',
  ],
])('%s', (name, look) => {
  expect(firstLook(name)).toBe(look);
});
