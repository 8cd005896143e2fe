import { normalAddress } from '../../../functions/domain/address.ts';
import { ClearError } from '../clear-error.ts';
import type { Client } from './client.ts';
import { linkFor, type ReadMail } from './inbox.ts';
import type { Step } from './sample.ts';

type Stage = {
  id: string;
  manager: string;
  client: Pick<Client, 'command' | 'act'>;
  readMails(): Promise<Pick<ReadMail, 'kind' | 'to' | 'text'>[]>;
};

function fieldsOf({ at: _at, who: _who, does: _does, refused: _refused, with: more, ...fields }: Step) {
  return { ...fields, ...more };
}

/** The API wants true and false where the page has yes and no. */
function commandOf(step: Step): Record<string, unknown> {
  const { kept, accept, ...fields } = fieldsOf(step);
  const answers = Object.entries({ kept, accept }).filter(([, value]) => value !== undefined);
  const asJson = answers.map(([name, value]) => [
    name,
    value === 'yes' ? true : value === 'no' ? false : value,
  ]);
  return { ...fields, ...Object.fromEntries(asJson), type: step.does };
}

async function byLink(step: Step, stage: Stage) {
  const link = linkFor(await stage.readMails(), normalAddress(step.who));
  if (link === undefined) throw new ClearError(`${step.who} has no mail with a link at ${step.at}`);
  const fields = Object.entries(fieldsOf(step)).map(([name, value]) => [name, String(value)]);
  return stage.client.act(link, { ...Object.fromEntries(fields), action: step.does });
}

/**
 * Does what a step says: the manager through the API, everybody else through the link in their mail. Answers the refusal of a
 * step that has to be refused; throws `ClearError` when it went the other way.
 */
export async function performStep(step: Step, stage: Stage): Promise<string | undefined> {
  const manages = normalAddress(step.who) === normalAddress(stage.manager);
  const answer = manages ? await stage.client.command(stage.id, commandOf(step)) : await byLink(step, stage);
  const errors = 'errors' in answer ? answer.errors : undefined;
  const refusal = errors?.map(({ message }) => message).join(' · ');
  const what = `“${step.does}” of ${step.who} at ${step.at}`;
  if (step.refused === undefined && refusal !== undefined)
    throw new ClearError(`${what} was refused: ${refusal}`);
  if (step.refused !== undefined && !refusal?.includes(step.refused))
    throw new ClearError(`${what} has to be refused with “${step.refused}”, and got: ${refusal ?? 'done'}`);
  return refusal;
}
