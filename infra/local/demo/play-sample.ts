import { ClearError } from '../clear-error.ts';
import type { Client, ConversationState } from './client.ts';
import { defaultPlay } from './default-play.ts';
import { doneEntry, mailEntries, refusedEntry, silenceEntries } from './entries.ts';
import { createInbox, type ReadMail, repeatedMail } from './inbox.ts';
import { type Cast, castOf } from './people.ts';
import { performStep } from './perform-step.ts';
import { recordSample } from './record-sample.ts';
import type { Sample, Step } from './sample.ts';
import { stepWords } from './step-words.ts';
import type { Entry } from './timeline.ts';
import { momentOfWall, wallIn } from './times.ts';

export type Played = {
  entries: Entry[];
  mails: ReadMail[];
  conversation: ConversationState;
  /** As it stood before it was closed: with its end, what was skipped leaves the plan. */
  lastOpen: ConversationState;
  cast: Cast;
};

const DAY = 24 * 60 * 60_000;
const MOST_ROUNDS = 50;
const ENDS = new Set(['close', 'cancel']);
// The clock ticks on between looking at it and moving it, and only goes forward.
const TICKS_MS = 30_000;

/** Plays one sample on a running system from the submit to the last mail. Throws `ClearError` where something went wrong. */
export async function playSample(sample: Sample, client: Client): Promise<Played> {
  const manager = sample.conversation.manager.email;
  const zone = sample.conversation.timezone;
  const { id, attempts } = await recordSample(sample, client);
  const stage = { id, manager, client, readMails: createInbox(client) };
  await client.settle();
  const begun = await client.conversation(id);
  const cast = castOf(begun.state);
  const done: Entry[] = attempts.map(({ at, text }) => doneEntry(at, cast.nameAt(manager), text));
  let lastOpen = begun;

  const take = async (step: Step) => {
    const moment = momentOfWall(step.at, zone);
    if (moment > (await client.now()) + TICKS_MS) await client.moveTo(moment);
    if (ENDS.has(step.does)) lastOpen = await client.conversation(id);
    const refusal = await performStep(step, stage);
    const at = await client.now();
    const who = cast.nameAt(step.who);
    done.push(
      refusal === undefined
        ? doneEntry(at, who, stepWords(step, lastOpen.state))
        : refusedEntry(at, who, stepWords({ ...step, words: '' }, lastOpen.state), refusal),
    );
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
    ...silenceEntries(conversation, cast),
    ...mails.flatMap((mail) => mailEntries(mail, cast, zone)),
  ];
  return { entries, mails, conversation, lastOpen, cast };
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
