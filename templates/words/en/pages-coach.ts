import { HARMS, type Harm, type Hint } from '../../../functions/domain/coach/hint.ts';
import { cut } from '../../parts/cut.ts';
import { own, type Phrase, quote, say } from '../../parts/phrase.ts';
import { InWords } from './names.ts';

const ACTION_LIMIT = 120;
const LIKELIER = own('What makes success likelier next time?');

const harms: Record<Harm | 'unrelated', Phrase> = {
  dismissal: say`Jobs, warnings and files have no place in what people agree here. ${LIKELIER}`,
  money: say`Taking money, pay or tips may be against the law. ${LIKELIER}`,
  'unpaid-time': say`Work without pay may be against the law. ${LIKELIER}`,
  'rest-time': say`Breaks and days off are for rest. ${LIKELIER}`,
  group: say`This falls on people who did not promise it. ${LIKELIER}`,
  shaming: say`This shows somebody up before others. ${LIKELIER}`,
  unrelated: say`This has nothing to do with the promise. ${LIKELIER}`,
};

function message({ code, params }: Hint): Phrase {
  const { words = '', count = 0 } = params;
  switch (code) {
    case 'several':
      return say`These are two things, and each can be kept or missed by itself.`;
    case 'vague':
      return say`Could everybody tell whether ${quote(words)} was kept?`;
    case 'activity':
      return say`${quote(words)} is the effort. What should come of it?`;
    case 'far':
      return say`${own(InWords(count))} days is long to wait; after thirty most of us lose sight. What could be there sooner?`;
    case 'evidence':
      return say`What could everybody see then: a number, a list, a signature?`;
    case 'many':
      return say`${own(InWords(count))} for one person are a lot. Which three matter most?`;
    case 'dismissal':
    case 'money':
    case 'unpaid-time':
    case 'rest-time':
    case 'group':
    case 'shaming':
    case 'unrelated':
      return harms[code];
  }
}

const ABOUT_CONSEQUENCE: readonly string[] = [...HARMS, 'unrelated'];

/** Something that helps, made of the action itself. */
function sideBySide(action: string): string {
  const [line = ''] = action.split('\n');
  return `We do it once side by side: ${cut(line.trim(), ACTION_LIMIT)}`;
}

/** What the coach says in the form: one kind sentence, and a better wording where there is one. */
export const coachWords = {
  message,
  better: ({ code, better, params }: Hint): string | undefined =>
    params.words !== undefined && ABOUT_CONSEQUENCE.includes(code) ? sideBySide(params.words) : better,
  label: 'A thought on this',
  write: 'Write instead:',
  split: 'Make it two:',
  fine: 'It’s fine as it is',
};
