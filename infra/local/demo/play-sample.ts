import { ClearError } from '../clear-error.ts';
import type { Client, ConversationState } from './client.ts';
import { showable } from './columns.ts';
import { defaultPlay } from './default-play.ts';
import { createInbox, type ReadMail, repeatedMail } from './inbox.ts';
import { type Cast, castOf } from './people.ts';
import { performStep } from './perform-step.ts';
import { recordSample } from './record-sample.ts';
import type { Sample, Step } from './sample.ts';
import { stepWords } from './step-words.ts';
import type { Entry } from './timeline.ts';
import { cityOf, clockIn, momentOfWall, shortDayIn, wallIn } from './times.ts';

export type Played = { entries: Entry[]; mails: ReadMail[]; conversation: ConversationState; cast: Cast };

const DAY = 24 * 60 * 60_000;
const MOST_ROUNDS = 50;

/** Plays one sample on a running system from the submit to the last mail. Throws `ClearError` where something went wrong. */
export async function playSample(sample: Sample, client: Client): Promise<Played> {
  const manager = sample.conversation.manager.email;
  const zone = sample.conversation.timezone;
  const { id, attempts } = await recordSample(sample, client);
  const stage = { id, manager, client, readMails: createInbox(client) };
  await client.moveTo((await client.now()) + 1000);
  const begun = await client.conversation(id);
  const cast = castOf(begun.state);
  const done: Entry[] = attempts.map(({ at, text }) => ({
    at,
    who: cast.nameAt(manager),
    text,
    mail: false,
    lines: 4,
  }));

  const take = async (step: Step) => {
    const moment = momentOfWall(step.at, zone);
    if (moment > (await client.now())) await client.moveTo(moment);
    const { state } = await client.conversation(id);
    const refusal = await performStep(step, stage);
    const words = stepWords(step, state);
    const text = refusal === undefined ? words : `${words} — not taken: ${showable(refusal)}`;
    done.push({ at: await client.now(), who: cast.nameAt(step.who), text, mail: false, lines: 3 });
  };

  const steps = sample.play ?? defaultPlay(begun);
  const inOrder = steps.toSorted((one, other) => momentOfWall(one.at, zone) - momentOfWall(other.at, zone));
  for (const step of inOrder) await take(step);
  await playToTheEnd(id, client);
  if (!sample.play) {
    for (const step of await closing(id, manager, zone, client)) await take(step);
    await playToTheEnd(id, client);
  }

  const conversation = await client.conversation(id);
  const mails = await stage.readMails();
  await mustBeSound(conversation, mails, client);
  const entries = [
    ...done,
    ...silences(conversation, cast),
    ...mails.flatMap((mail) => mailEntries(mail, cast, zone)),
  ];
  return { entries, mails, conversation, cast };
}

async function playToTheEnd(id: string, client: Client): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { plan } = await client.conversation(id);
    const ahead = plan.filter(({ state }) => state === 'ahead').map(({ at }) => Date.parse(at));
    if (ahead.length === 0) return;
    await client.moveTo(Math.max(...ahead, await client.now()) + DAY);
  }
  throw new ClearError('it never comes to an end: something is always ahead');
}

/** Where nobody wrote a play, the manager lets go of what is still open and closes. */
async function closing(id: string, manager: string, zone: string, client: Client): Promise<Step[]> {
  const { state } = await client.conversation(id);
  if (state.status !== 'open') return [];
  const at = wallIn(zone, (await client.now()) + 60 * 60_000);
  const open = state.commitments.filter(
    ({ removed, verdict }) => !removed && (verdict?.verdict ?? 'unresolved') === 'unresolved',
  );
  const letGo = open.map(({ id: commitment, owner }) =>
    owner === state.manager
      ? { at, who: manager, does: 'report', commitment, kept: true }
      : { at, who: manager, does: 'verdict', commitment, verdict: 'released' },
  );
  return [...letGo, { at, who: manager, does: 'close' }];
}

async function mustBeSound(conversation: ConversationState, mails: readonly ReadMail[], client: Client) {
  const [failure] = await client.failures();
  if (failure) throw new ClearError(`the system failed: ${failure.message ?? JSON.stringify(failure)}`);
  const twice = repeatedMail(mails);
  if (twice)
    throw new ClearError(
      `“${twice.subject}” reached ${twice.to.join(', ')} twice on ${twice.at.slice(0, 10)}`,
    );
  const lost = conversation.plan.find(
    ({ receipt }) => receipt && ['claimed', 'unknown'].includes(receipt.outcome),
  );
  if (lost) throw new ClearError(`nobody knows what became of ${lost.key}`);
}

function silences({ facts, state }: ConversationState, cast: Cast): Entry[] {
  return facts
    .filter(({ type }) => type === 'silencePassed')
    .map(({ at, details }) => {
      const commitment = state.commitments.find(({ id }) => id === details.commitment);
      const owner = cast.nameOf(commitment?.owner ?? '');
      const missed = details.verdict === 'missed-not-reported';
      const text = missed ? 'stands as not done for now' : 'is left for the talk';
      return {
        at: Date.parse(at),
        who: '·',
        text: `no word from ${owner}: “${showable(commitment?.action ?? '')}” ${text}`,
        mail: false,
        lines: 2,
      };
    });
}

function mailEntries(mail: ReadMail, cast: Cast, zone: string): Entry[] {
  const at = Date.parse(mail.at);
  return mail.to.map((address) => {
    const theirs = cast.zoneAt(address) ?? zone;
    const sameClock = wallIn(theirs, at) === wallIn(zone, at);
    const sameDay = wallIn(theirs, at).slice(0, 10) === wallIn(zone, at).slice(0, 10);
    const local = `${sameDay ? '' : `${shortDayIn(theirs, at)} `}${clockIn(theirs, at)} ${cityOf(theirs)}`;
    const calendar = mail.calendar.length > 0 ? '[calendar] ' : '';
    const note = sameClock ? '' : `[${local}] `;
    const text = `${note}${calendar}${showable(mail.subject)} — ${showable(mail.firstLine)}`;
    return { at, who: cast.nameAt(address), text, mail: true, lines: 2 };
  });
}
