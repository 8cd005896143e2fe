import * as z from 'zod/mini';
import { sayingSchema } from '../props.ts';
import { dana, hostileWords, type Sample } from '../sample-parts.ts';
import type { Context, View } from '../view.ts';

/** A note of the manager's. It asks nothing, so it has no buttons; who answers the mail reaches them. */
export const shareSchema = z.object({ kind: z.literal('share'), note: sayingSchema });

export type Share = z.output<typeof shareSchema>;

export function shareView({ note }: Share, { words: { share, commitment }, topic }: Context): View {
  const subject = share.subject(topic);
  return {
    subject,
    title: subject,
    lead: share.lead(note.by),
    namesTopic: true,
    blocks: [
      { is: 'quote', words: note.words, by: commitment.of(note.by) },
      { is: 'paragraph', of: share.nothing, quiet: true },
    ],
  };
}

export const shareSamples = (): Sample<Share>[] => {
  const note = {
    words:
      'From Monday on the loading bay opens at 06:30.\n\nThe night shift asked for it, and it costs nobody a minute.',
    by: dana,
  };
  const sent = '2027-01-04T15:02Z';
  return [
    { name: 'a note', to: 'bill', sent, section: { kind: 'share', note } },
    {
      name: 'hostile',
      to: 'bill',
      sent,
      section: { kind: 'share', note: { ...note, words: hostileWords } },
    },
  ];
};
