import { readMail } from '../../../functions/adapters/read-mail.ts';
import type { IncomingMail, ReceivedMail } from '../../../functions/app/incoming-mail.ts';
import type { PersonId } from '../../../functions/domain/ids.ts';
import { plus } from '../../../functions/domain/instant.ts';
import { personOf } from '../../../functions/domain/parties.ts';
import { ics, rawMail } from '../../adapters/replies/raw-mail.ts';
import type { Batch } from '../batch.ts';
import { oneOf } from './cast.ts';
import { aWhile, type Life } from './life.ts';

const ANSWERS = ['ACCEPTED', 'ACCEPTED', 'TENTATIVE', 'DECLINED'] as const;

function calendarAnswer(life: Life, uid: string, email: string): Uint8Array {
  const answer = oneOf(life.random, ANSWERS);
  const lines = ics(
    'BEGIN:VCALENDAR',
    'METHOD:REPLY',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'SEQUENCE:0',
    `ATTENDEE;PARTSTAT=${answer}:mailto:${email}`,
    'END:VEVENT',
    'END:VCALENDAR',
  );
  return rawMail(
    { From: email, To: 'x', Subject: answer },
    { type: 'text/calendar; method=REPLY', body: lines },
  );
}

function words(email: string, subject: string): Uint8Array {
  return rawMail(
    { From: email, To: 'x', Subject: subject },
    { type: 'text/plain; charset=utf-8', body: 'I cannot on Monday.' },
  );
}

/** Somebody answers a mail from their own mail program: a yes or no of their calendar, or words. */
export function mailBack(batch: Batch, life: Life, person: PersonId, kind: string, subject: string): void {
  const { random, id } = life;
  const number = random.below(1e9);
  batch.agenda.add(plus(life.now(), aWhile(random, 10)), async () => {
    const open = life.conversation();
    const reader = open && personOf(open, person);
    if (!reader?.email || reader.reply === undefined) return;
    const { email, reply } = reader;
    const { replyDomain } = batch.tenant;
    const uid = `${id}-${subject}-${person}@${replyDomain}`;
    const raw = kind === 'invitation' ? calendarAnswer(life, uid, email) : words(email, kind);
    const received: ReceivedMail = {
      id: `${id}-${number}`,
      at: life.now(),
      source: email,
      recipients: [`r+${reply}@${replyDomain}`],
      spam: random.chance(0.02) ? 'fail' : 'pass',
      virus: 'pass',
      dmarc: random.chance(0.1) ? 'fail' : 'pass',
    };
    // Read ahead of its turn, so that how long that takes does not change the order of things.
    const mail: IncomingMail | undefined = await readMail(raw);
    batch.trace.note(id, { who: person, what: `answers ${kind} by mail`, quiet: false });
    if (mail) await batch.receive(id, received, mail);
  });
}
