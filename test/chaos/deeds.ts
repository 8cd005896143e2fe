import type { Conversation } from '../../functions/domain/conversation.ts';
import type { Fact } from '../../functions/domain/facts.ts';
import type { PersonId } from '../../functions/domain/ids.ts';
import { personOf } from '../../functions/domain/parties.ts';
import { conversationAnswer } from '../../functions/http/api/answer-schemas.ts';
import type { Deed } from '../simulate/people/life.ts';
import type { Answer, Client } from './client.ts';
import type { Disk } from './disk/read-disk.ts';

/** What a system said it has done, and so must have on disk from then on. `about`: a newer one takes an older one's place. */
export type Promised = { about: string; conversation: string; what: string; holds: (disk: Disk) => boolean };

export type Done = { became: 'done'; promised: Promised } | { became: 'refused' | 'broken' };

const SAYS: Record<string, readonly Fact['type'][]> = {
  agree: ['agreed', 'saidInPerson'],
  'ask-change': ['changeAsked'],
  'propose-date': ['dateProposed'],
  'propose-consequence': ['consequenceProposed'],
  report: ['reported', 'explained'],
  'answer-change': ['requestAnswered'],
  'answer-ask': ['askAnswered'],
  'choose-contact': ['contactChosen'],
  helped: ['noted'],
  learned: ['noted'],
  undo: ['undone', 'takenBack'],
};

function became(answer: Answer, promised: (text: string) => Promised): Done {
  if (answer === undefined) return { became: 'broken' };
  return answer.status < 400 ? { became: 'done', promised: promised(answer.text) } : { became: 'refused' };
}

/** Every fact that an answer of the API tells of. */
function factsTold(conversation: string, what: string, text: string): Promised {
  const { facts, version } = conversationAnswer.parse(JSON.parse(text));
  return {
    about: `${conversation} ${version}`,
    conversation,
    what,
    holds: ({ stored }) => {
      const kept = stored.get(conversation)?.facts ?? [];
      return facts.every(({ no, type, by, at }) => {
        const fact = kept[no - 1];
        return fact?.type === type && fact.by === by && fact.at === Date.parse(at);
      });
    },
  };
}

function said(conversation: string, person: PersonId, type: string): Promised {
  const wanted = SAYS[type] ?? [];
  return {
    about: `${conversation} ${person} ${type}`,
    conversation,
    what: `${person} did ${type}`,
    holds: ({ stored }) =>
      (stored.get(conversation)?.facts ?? []).some(
        (fact) => wanted.includes(fact.type) && (fact.by === person || fact.type === 'saidInPerson'),
      ),
  };
}

function stopped(conversation: Conversation, who: PersonId, kinds: readonly string[]): Promised {
  const { person } = personOf(conversation, who);
  return {
    about: `opt-out ${person}`,
    conversation: conversation.id,
    what: `${who} stopped ${kinds.join(', ') || 'nothing'}`,
    holds: ({ statuses }) =>
      JSON.stringify([...(statuses[person]?.optedOut ?? [])].sort()) === JSON.stringify([...kinds].sort()),
  };
}

/** A form's fields as a page posts them. */
function fieldsOf(command: object): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(command)) {
    const text = value === true ? 'yes' : value === false ? 'no' : String(value);
    form.append(name === 'type' ? 'action' : name, text);
  }
  return form;
}

/** The link in the newest mail that somebody has of a conversation. */
function linkTo(client: Client, disk: Disk, { id }: Conversation, email: string | undefined) {
  const theirs = disk.mails.filter(
    ({ tags, to }) => tags.conversation === id && email !== undefined && to.includes(email),
  );
  const newest = theirs.at(-1);
  return newest && client.linkIn(newest);
}

/** Does something as a manager does, with a token, or as anybody else, by the link in their mail. */
export async function carryOut(
  { client, disk }: { client: Client; disk: Disk },
  conversation: Conversation,
  deed: Deed,
  key: string,
): Promise<Done> {
  const { id, manager } = conversation;
  if ('manage' in deed) {
    const email = personOf(conversation, manager).email ?? '';
    const answer = await client.manage(email, `/${id}/commands`, deed.manage, key);
    return became(answer, (text) => factsTold(id, `the manager’s ${JSON.stringify(deed.manage)}`, text));
  }
  const { person } = deed;
  const link = await linkTo(client, disk, conversation, personOf(conversation, person).email);
  if (link === undefined) return { became: 'refused' };
  if ('optOut' in deed) {
    const fields = new URLSearchParams([
      ['action', 'opt-out'],
      ...deed.optOut.map((kind) => ['kinds', kind]),
    ]);
    return became(await client.submit(link, fields), () => stopped(conversation, person, deed.optOut));
  }
  const fields = fieldsOf(deed.command);
  return became(await client.submit(link, fields), () => said(id, person, fields.get('action') ?? ''));
}
