import type { Guard } from '../guard.ts';

/** What keeps a request that comes twice, late or beside another from doing harm. */
export const writingGuards: readonly Guard[] = [
  {
    name: 'decided anew after a conflict',
    stops: 'Of two answers at one moment one is lost, although both people read that it was taken.',
    file: 'functions/app/change-conversation.ts',
    find: "if (outcome === 'conflict') return undefined;",
    becomes: '',
    test: 'test/app/races.test.ts',
    title: 'carries out both of two commands that meet',
  },
  {
    name: 'expected version (If-Match)',
    stops: 'A manager overwrites a change that they have not seen.',
    file: 'functions/app/carry-out.ts',
    find: 'expectedVersion !== undefined && expectedVersion !== conversation.version',
    becomes: 'expectedVersion === -1',
    test: 'test/app/commands.test.ts',
    title: 'refuses a command that was decided on something older',
  },
  {
    name: 'one key, one body',
    stops: 'Another conversation under a used key is answered as if it had been recorded, and is lost.',
    file: 'functions/app/submit.ts',
    find: 'if (stored.fingerprint !== print) {',
    becomes: "if (stored.fingerprint === '') {",
    test: 'test/app/submit.test.ts',
    title: 'refuses the same key with another body',
  },
  {
    name: 'manager in the id',
    stops: 'Two managers who choose the same key get one conversation, and read each other’s.',
    file: 'functions/app/hash.ts',
    find: "JSON.stringify(['conversation', manager, idempotencyKey])",
    becomes: "JSON.stringify(['conversation', idempotencyKey])",
    test: 'test/app/hash.test.ts',
    title: 'keep a manager and a key apart',
  },
  {
    name: 'nothing is taken back once it left',
    stops: 'A record is undone although people have read its recap.',
    file: 'functions/domain/decide/reports.ts',
    find: 'acting.now < conversation.leavesAt &&\n    conversation.claimed.size === 0',
    becomes: 'conversation.version > 0',
    test: 'test/app/races.test.ts',
    title: 'takes a slip back before anything leaves, and not afterwards',
  },
  {
    name: 'undo for two minutes',
    stops: 'An answer is undone after others have heard of it.',
    file: 'functions/domain/decide/reports.ts',
    find: 'if (!undo || acting.now >= undo.at + ANSWER_WAIT_MS) return false;',
    becomes: 'if (!undo) return false;',
    test: 'test/domain/decide/undo.test.ts',
    title: 'within two minutes',
  },
];
