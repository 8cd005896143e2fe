import type { Guard } from '../guard.ts';

const TONE = 'test/domain/tone.test.ts';
const CONTACT = 'test/domain/contact.test.ts';

/** What may make a request firmer, and what may make contact closer. */
export const toneGuards: readonly Guard[] = [
  {
    name: 'only what somebody chose makes a request firmer',
    stops: 'Somebody who needed to learn is asked more firmly instead of being helped.',
    file: 'functions/domain/counted.ts',
    find: "!kept && reason === 'chose-something-else'",
    becomes: '!kept && reason !== undefined',
    test: TONE,
    title: 'does not climb with “%s”, nor come down',
  },
  {
    name: 'a kept one begins anew',
    stops: 'Somebody who kept their word is still spoken to firmly.',
    file: 'functions/domain/tone.ts',
    find: 'if (kept) return NONE;',
    becomes: '',
    test: TONE,
    title: 'comes back to the plain ask with a kept one, told late or not',
  },
  {
    name: 'firmer words are pressed for',
    stops: 'A machine speaks firmly to somebody, and nobody has decided it.',
    file: 'functions/domain/tone.ts',
    find: "toneChosen?.step === step && toneChosen.tone === 'firmer'",
    becomes: 'toneChosen?.tone !== null',
    test: TONE,
    title: 'are a draft: until the manager presses, the plain ask leaves',
  },
  {
    name: 'an ask stays an ask where the policy says so',
    stops: 'Under a works agreement requests become firmer.',
    file: 'functions/domain/tone.ts',
    find: "if (conversation.policy.tone === 'ask') return 'ask';",
    becomes: '',
    test: TONE,
    title: 'stays an ask where the policy says so',
  },
  {
    name: 'silence counts for no record',
    stops: 'Somebody who was not heard from is counted as having missed it.',
    file: 'functions/domain/counted.ts',
    find: "kept || judgement.verdict === 'missed'",
    becomes: "kept || judgement.verdict.startsWith('missed')",
    test: CONTACT,
    title: 'leave out silence until somebody confirms it',
  },
  {
    name: 'closer contact is only for who wants it',
    stops: 'Somebody who missed two gets more mail without having asked for it.',
    file: 'functions/domain/plan/mid-way.ts',
    find: "if (levelAt(course.owner, at) !== 'close') return [];",
    becomes: '',
    test: CONTACT,
    title: 'is offered to be closer after two missed in a row, and comes closer only if it is wanted',
  },
  {
    name: 'what has passed stays as it was',
    stops: 'A correction sends mails whose moment had passed.',
    file: 'functions/domain/contact.ts',
    find: '(change) => change.at <= at',
    becomes: '(change) => change.at <= at || change.at > at',
    test: CONTACT,
    title: 'leaves as it was what has passed, whatever is corrected later',
  },
];
