import { ClearError } from '../clear-error.ts';
import type { Client, Problem } from './client.ts';
import { showable } from './columns.ts';
import { corrected, readingsAskedFor } from './corrected.ts';
import type { Sample } from './sample.ts';

type Attempt = { at: number; text: string };
export type RecordedSample = { id: string; attempts: Attempt[] };

function told(errors: readonly Problem[]): string {
  return errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join(' · ');
}

function summary(sample: Sample): string {
  const { commitments, participants } = sample.conversation;
  const count = (number: number, one: string, more: string) => `${number} ${number === 1 ? one : more}`;
  const size = `${count(participants.length, 'participant', 'participants')}, ${count(commitments.length, 'commitment', 'commitments')}`;
  return `records “${showable(sample.conversation.title)}”: ${size}`;
}

/**
 * Submits a sample. One with corrections has to be refused without them; one without is sent again when it was only asked which
 * reading a wall time has. Throws `ClearError` with every error for anything else.
 */
export async function recordSample(sample: Sample, client: Client): Promise<RecordedSample> {
  const first = await client.submit(sample.conversation);
  const at = await client.now();
  const meant = Object.keys(sample.corrections).length > 0;
  if (!('errors' in first)) {
    if (meant) throw new ClearError('it has to be refused without its corrections, and was not');
    return { id: first.id, attempts: [{ at, text: summary(sample) }] };
  }
  const corrections = meant ? sample.corrections : readingsAskedFor(first.errors);
  if (corrections === undefined) throw new ClearError(`it was refused: ${told(first.errors)}`);
  const second = await client.submit(corrected(sample.conversation, corrections));
  if ('errors' in second) throw new ClearError(`it was refused again: ${told(second.errors)}`);
  const said = Object.entries(corrections).map(([path, value]) => `${path} = ${JSON.stringify(value)}`);
  return {
    id: second.id,
    attempts: [
      { at, text: `is asked to look again — ${told(first.errors)}` },
      { at: await client.now(), text: `answers ${said.join(', ')}, and ${summary(sample)}` },
    ],
  };
}
