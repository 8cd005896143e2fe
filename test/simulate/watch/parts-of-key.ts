/** What a delivery's key says of itself: see design, "Delivery keys". */
export type KeyParts = {
  kind: string;
  /** "all", "c1", "k1", or "c1-k1" as two. */
  subject: string;
  talk: string | undefined;
  to: string;
  rev: string;
  addressRevision: number;
};

export function partsOfKey(key: string): KeyParts {
  const [kind = '', about = '', to = '', rev = '', address] = key.split('_');
  const [subject = '', talk] = about.split('-');
  const addressRevision = address === undefined ? 1 : Number(address.slice(1));
  return { kind, subject, talk, to, rev, addressRevision };
}

// They say that something is over, or put right what was said; they go out after the end too.
export const AFTER_THE_END: ReadonlySet<string> = new Set([
  'cancelled',
  'invitation-cancelled',
  'entry-cancelled',
  'entry-done',
  'wrote',
  'changed',
  'handed-over',
  'correction',
  'celebration',
  'consequence',
  'missed-not-reported',
  'no-report',
  'share',
  'digest',
]);
