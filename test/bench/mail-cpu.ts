import { writeCalendar } from '../../functions/adapters/ical.ts';
import { writeMime } from '../../functions/adapters/mime.ts';
import { renderMail } from '../../templates/mail/render-mail.ts';
import { sampleMails } from '../../templates/mail/samples.ts';
import { sampleEvent } from '../adapters/sample-event.ts';
import { costOf } from './reference.ts';
import type { Row } from './row.ts';

/** Five milliseconds of the machine. */
const UNITS_LIMIT = 5;
const MS_GOAL = 5;
const MOMENT = Date.UTC(2027, 0, 14, 8);

/** Every kind of mail once, each with an entry for the calendar, from what it says to the bytes that leave. */
async function writeEach(samples: ReturnType<typeof sampleMails>): Promise<void> {
  for (const [number, { mail }] of samples.entries()) {
    await writeMime({
      ...renderMail(mail),
      messageId: `m${number}@bench.example`,
      thread: 'c1@bench.example',
      date: MOMENT,
      from: { name: 'Dana Ruiz', email: 'dana@bench.example' },
      to: { name: 'Bill O’Brien', email: 'bill@bench.example' },
      unsubscribe: { url: 'https://bench.example/u/abc.def' },
      calendar: { content: writeCalendar({ ...sampleEvent, sequence: number }), method: 'REQUEST' },
    });
  }
}

/** What one mail costs the processor once the program is warm: the mean of all kinds, in units and (not gated) in ms. */
export async function measureMail(): Promise<Row[]> {
  const samples = sampleMails();
  const { units, spread, ms } = await costOf(() => writeEach(samples), { times: samples.length });
  return [
    { what: 'mail: render + MIME + ics, warm', value: units, unit: 'units', limit: UNITS_LIMIT, spread },
    { what: '  processor time of it', value: ms, unit: 'ms', goal: MS_GOAL },
  ];
}
