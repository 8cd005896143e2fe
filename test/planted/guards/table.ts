import type { Guard } from '../guard.ts';

const WIRE = 'test/contract/dynamo-wire.test.ts';
const STORE = { test: 'test/contract/store.test.ts', suite: 'with dynalite' };

/** What keeps the table from losing or mixing up what several write at once. */
export const tableGuards: readonly Guard[] = [
  {
    name: 'version condition',
    stops: 'Of two who write at once the later wipes out what the earlier decided, or both send a mail.',
    file: 'functions/adapters/dynamo-conversation.ts',
    find: '#revision = :read AND',
    becomes: '(#revision = :read OR #revision <> :read) AND',
    test: WIRE,
    title: 'knows its own claim when the reply to it was lost',
  },
  {
    name: 'recorded once',
    stops: 'A form that arrives twice writes over the conversation that the first one began.',
    file: 'functions/adapters/dynamo-conversation.ts',
    find: "'attribute_not_exists(pk) OR #ttl <= :now'",
    becomes: "'attribute_not_exists(pk) OR attribute_exists(pk) OR #ttl <= :now'",
    test: WIRE,
    title: 'knows its own recording when the reply to it was lost',
  },
  {
    name: 'outcomes only climb',
    stops: 'A late Send event turns a bounced mail into an accepted one, and nobody hears of the bounce.',
    file: 'functions/adapters/dynamo-receipts.ts',
    find: "'attribute_not_exists(pk) OR #rank < :rank'",
    becomes: "'attribute_not_exists(pk) OR attribute_exists(pk) OR #rank < :rank'",
    ...STORE,
    writtenIn: 'test/contract/receipts.contract.ts',
    title: 'shows when a mail was sent, even if the news of its delivery came first',
  },
  {
    name: 'sweep takes the oldest first',
    stops: 'In a backlog whoever waits longest can wait for ever.',
    file: 'functions/adapters/dynamo-by-moment.ts',
    find: '.sort((a, b) => a.wakeAt - b.wakeAt || (a.pk < b.pk ? -1 : 1))',
    becomes: '',
    ...STORE,
    writtenIn: 'test/contract/conversations.contract.ts',
    title: 'finds those whose moment has passed, oldest first',
  },
];
