import type { KeylessDeps } from './deps.ts';
import type { DeleteMail, FetchMail, ReadMail } from './incoming-mail.ts';

export type InboundDeps = KeylessDeps & {
  fetchMail: FetchMail;
  deleteMail: DeleteMail;
  readMail: ReadMail;
};

/**
 * What became of a mail. taken: it brought facts; nothing-new: it said what is known, or nothing. The others were dropped:
 * what they are tells the counters and the log, never whoever sent it.
 */
export type Taken =
  | 'taken'
  | 'nothing-new'
  | 'virus'
  | 'spam'
  | 'unknown-address'
  | 'gone'
  | 'unreadable'
  | 'automatic'
  | 'own-mail'
  | 'too-many'
  | 'refused';
