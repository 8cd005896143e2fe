import { facts } from '../../../templates/words/en/pages-facts.ts';
import type { ConversationState } from './client.ts';
import { cut, showable } from './columns.ts';
import type { Step } from './sample.ts';
import { spelledMoment } from './times.ts';

const REASONS: Readonly<Record<string, string>> = {
  'needed-to-learn': 'needed to learn how',
  'in-the-way': 'something was in the way',
  'chose-something-else': 'chose something else',
  'rather-talk': 'would rather talk',
};

const AGREES: Readonly<Record<string, string>> = {
  fair: 'says yes, and that the consequence is fair',
  talk: 'says yes, and wants to talk about the consequence',
};

const VERDICTS: Readonly<Record<string, string>> = facts.verdicts;

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isYes(value: unknown): boolean {
  return value === true || value === 'yes';
}

function reported(step: Step): string {
  if (isYes(step.kept)) return 'did it';
  const reason = REASONS[text(step.reason)];
  return reason === undefined ? 'says: not yet' : `says: not yet, ${reason}`;
}

function verb(step: Step): string {
  switch (step.does) {
    case 'agree':
      return AGREES[text(step.consequence)] ?? 'says yes';
    case 'accept-consequence':
      return 'says that the consequence is fair';
    case 'ask-change':
      return 'asks for a change';
    case 'propose-consequence':
      return 'says what should follow instead';
    case 'report':
      return reported(step);
    case 'propose-date':
      return `proposes ${spelledMoment(text(step.dueBy))}`;
    case 'answer-change':
      return isYes(step.accept) ? 'accepts it' : 'declines it';
    case 'renegotiate':
      return `notes the new date they agreed on: ${spelledMoment(text(step.dueBy))}`;
    case 'verdict':
      return `gives the verdict: ${VERDICTS[text(step.verdict)] ?? text(step.verdict)}`;
    case 'answer-ask':
      return 'says how, and what help it needs';
    case 'choose-tone':
      return step.tone === 'firmer' ? 'lets the next mail read as drafted' : 'keeps the plain ask';
    case 'bring':
      return 'wants to bring to the check-in';
    case 'add-check-in':
      return `plans one more check-in: ${spelledMoment(text(step.with?.at))}`;
    case 'close':
      return 'closes the conversation';
    default:
      return step.does.replaceAll('-', ' ');
  }
}

/** What a step is called in the timeline: a verb, what it is about, and the person's own words in quotation marks. */
export function stepWords(step: Step, { commitments }: ConversationState['state']): string {
  const about = commitments.find(({ id }) => id === step.commitment);
  const said = [step.words, step.how, step.help].map(text).filter((part) => part !== '');
  const words = showable(said.join(' '));
  return [
    verb(step),
    ...(about && commitments.length > 1 ? [`: ${cut(showable(about.action), 44)}`] : []),
    ...(words === '' ? [] : [` — “${cut(words, 160)}”`]),
  ].join('');
}
