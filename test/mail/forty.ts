import type { MailProps } from '../../templates/mail/mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';

/** Bill's recap with forty commitments of Bill's, every text of them these words and a number. */
export function forty(words: string): MailProps {
  const mail = sampleMails()[0]?.mail;
  const [recap] = mail?.sections ?? [];
  if (mail === undefined || recap?.kind !== 'recap') throw new Error('no recap');
  const [one] = recap.own;
  if (one === undefined) throw new Error('no commitment');
  const own = Array.from({ length: 40 }, (_, i) => ({
    ...one,
    ref: `c${i}`,
    action: { ...one.action, words: `${words} ${i}` },
    evidence: { ...one.action, words },
    consequence: { state: 'proposed' as const, words, by: one.action.by },
    celebration: { ...one.action, words },
  }));
  return { ...mail, sections: [{ ...recap, own }] };
}
