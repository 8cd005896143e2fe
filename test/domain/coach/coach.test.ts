import { describe, expect, it } from 'vitest';
import { coach } from '../../../functions/domain/coach/coach.ts';
import type { Draft } from '../../../functions/domain/coach/draft.ts';
import { HINT_CODES, type HintCode } from '../../../functions/domain/coach/hint.ts';
import { ACTIONS } from './action-examples.ts';
import { CONSEQUENCES } from './consequence-examples.ts';
import { DRAFTS, PLAIN } from './draft-examples.ts';
import { LATER_ACTIONS, LATER_CONSEQUENCES } from './later-examples.ts';
import { UNSEEN_ACTIONS, UNSEEN_CONSEQUENCES } from './unseen-examples.ts';

type Example = { draft: Draft; labels: readonly HintCode[] };
type Labelled = readonly (readonly [text: string, ...labels: HintCode[]])[];

const actions = (examples: Labelled): Example[] =>
  examples.map(([action, ...labels]) => ({ draft: { ...PLAIN, action }, labels }));
const consequences = (examples: Labelled): Example[] =>
  examples.map(([consequence, ...labels]) => ({ draft: { ...PLAIN, consequence }, labels }));

const UNSEEN = [...actions(UNSEEN_ACTIONS), ...consequences(UNSEEN_CONSEQUENCES)];
const EXAMPLES = [
  ...actions([...ACTIONS, ...LATER_ACTIONS]),
  ...consequences([...CONSEQUENCES, ...LATER_CONSEQUENCES]),
  ...DRAFTS.map(([changes, ...labels]): Example => ({ draft: { ...PLAIN, ...changes }, labels })),
  ...UNSEEN,
];

const codesOf = (draft: Draft) => coach([draft]).map(({ code }) => code);

function measured(examples: readonly Example[], codes: readonly HintCode[] = HINT_CODES) {
  const all = examples.map(({ draft, labels }) => ({
    said: codesOf(draft).filter((code) => codes.includes(code)),
    meant: labels.filter((code) => codes.includes(code)),
  }));
  const said = all.flatMap((one) => one.said).length;
  const meant = all.flatMap((one) => one.meant).length;
  const right = all.flatMap((one) => one.said.filter((code) => one.meant.includes(code))).length;
  return { meant, precision: said === 0 ? 1 : right / said, recall: meant === 0 ? 1 : right / meant };
}

function told(name: string, { meant, precision, recall }: ReturnType<typeof measured>): string {
  return `${name.padEnd(12)} ${String(meant).padStart(4)} ${precision.toFixed(2)} ${recall.toFixed(2)}`;
}

it('finds what a good colleague would say, and seldom says anything else', () => {
  const table = [
    'hint         meant precision recall',
    ...HINT_CODES.filter((code) => code !== 'many').map((code) => told(code, measured(EXAMPLES, [code]))),
    told('unseen', measured(UNSEEN)),
    told(`all ${EXAMPLES.length}`, measured(EXAMPLES)),
  ];
  process.stdout.write(`${table.join('\n')}\n`);
  expect(EXAMPLES.length).toBeGreaterThan(60);
  const { precision, recall } = measured(EXAMPLES);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(recall).toBeGreaterThanOrEqual(0.8);
});

describe('a better wording out of the person’s own words', () => {
  it.each([
    ['Send me the figures ASAP', 'Send me the figures', undefined],
    ['Try to call Fabrikam before noon', 'Call Fabrikam before noon', undefined],
    ['We should probably test before we ship', 'We test before we ship', undefined],
    ['Update the price list where possible', 'Update the price list', undefined],
    ['Make 15 visits a week to get five signed trials', 'Get five signed trials', undefined],
    ['Fix the form; also update the manual', 'Fix the form', 'Update the manual'],
    ['1. Call Fabrikam 2. Correct the invoice', 'Call Fabrikam', 'Correct the invoice'],
    ['clear the backlog, and then set up the report', 'Clear the backlog', 'Set up the report'],
    ['Try to call and send the list', 'Call and send the list', undefined],
    ['Be a team player', undefined, undefined],
    ['100 dials a day', undefined, undefined],
  ])('“%s”: %s', (action, better, rest) => {
    const [hint] = coach([{ ...PLAIN, action }]);
    expect([hint?.better, hint?.rest]).toEqual([better, rest]);
  });
});

it('says once that more than three are a lot for one person, at the first that is too many', () => {
  const five = Array.from({ length: 5 }, () => PLAIN);
  const hints = coach([...five, { ...PLAIN, owner: 'mei' }, { ...PLAIN, owner: undefined }]);
  expect(hints).toEqual([{ commitment: 3, field: 'owner', code: 'many', params: { count: 5 } }]);
  expect(coach([...five.slice(0, 3), { ...PLAIN, action: ' ' }])).toEqual([]);
});

it('says what may do harm before anything else, and quotes what it is about as it was typed', () => {
  const [first, second, ...others] = coach([
    { ...PLAIN, action: 'Look into the\nScanner problem', consequence: 'No bonus', evidence: '' },
  ]);
  expect(first).toMatchObject({ field: 'consequence', code: 'money' });
  expect(second).toMatchObject({ field: 'action', code: 'vague', params: { words: 'Look into' } });
  expect(others.map(({ code }) => code)).toEqual(['evidence']);
});
