import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../functions/domain/refusal.ts';
import { choseOf, draftOf, stepOf, toneOf } from '../../functions/domain/tone.ts';
import type { Given } from './given.ts';
import { agreedTalk, DANA, MEI } from './timeline/talk.ts';

const CHOSE = 'chose-something-else';

function begun(choice: Parameters<typeof agreedTalk>[1] = {}): Given {
  return agreedTalk([{ dueBy: '2027-01-15' }], {
    laterCheckIns: [{ at: '2027-03-29T10:00' }],
    ...choice,
  });
}

const miss = (story: Given, reason?: string) =>
  story.command('p2', { type: 'report', commitment: 'c1', kept: false, ...(reason ? { reason } : {}) });
const renewed = (story: Given, dueBy: string) =>
  story.command('p1', { type: 'renegotiate', commitment: 'c1', dueBy });
/** Missed so many times because something else was chosen, each with a new date after it. */
function chosen(times: number, story = begun()): Given {
  const dates = ['2027-01-22', '2027-01-29', '2027-02-05', '2027-02-12'];
  return dates.slice(0, times).reduce((open, date) => renewed(miss(open, CHOSE), date), story);
}

function first({ conversation }: Given) {
  const [commitment] = conversation.commitments;
  if (!commitment) throw new Error('there is a commitment');
  return { conversation, commitment };
}
const step = (story: Given) => stepOf(first(story).conversation, first(story).commitment);
const tone = (story: Given) => toneOf(first(story).conversation, first(story).commitment);
const count = (story: Given) => choseOf(first(story).conversation, first(story).commitment).count;

describe('a request', () => {
  it('climbs one step with each miss that its owner answered with “I chose something else”', () => {
    expect([0, 1, 2, 3, 4].map((times) => step(chosen(times)))).toEqual([
      'ask',
      'ask-again',
      'lets-talk',
      'needed-now',
      'needed-now',
    ]);
  });

  it('climbs also when the reason is said later, and says when it was', () => {
    const later = miss(miss(begun().at('2027-01-15T16:00')).at('2027-01-18T09:30'), CHOSE);
    expect(step(later)).toBe('ask-again');
    expect(choseOf(first(later).conversation, first(later).commitment).saidAt).toBe(
      begun().at('2027-01-18T09:30').now,
    );
  });

  it.each(['needed-to-learn', 'in-the-way', 'rather-talk'])(
    'does not climb with “%s”, nor come down',
    (reason) => {
      const helped = renewed(miss(chosen(1), reason), '2027-01-29');
      expect(step(helped)).toBe('ask-again');
      expect(count(chosen(1, helped))).toBe(2);
    },
  );

  it('does not climb with a miss of which its owner said nothing, whoever noted it', () => {
    expect(step(miss(begun()))).toBe('ask');
    expect(step(begun().command('p1', { type: 'verdict', commitment: 'c1', verdict: 'missed' }))).toBe('ask');
    const said = { type: 'said-in-person', person: 'p2', commitment: 'c1', said: 'missed' };
    expect(step(begun().command('p1', said))).toBe('ask');
  });

  it('does not climb with silence', () => {
    const silent = begun().run('2027-01-20T12:00');
    expect(first(silent).commitment.judgement?.verdict).toBe('missed-not-reported');
    expect([step(silent), step(renewed(silent, '2027-01-29'))]).toEqual(['ask', 'ask']);
  });

  it('comes back to the plain ask with a kept one, told late or not', () => {
    const kept = chosen(2).command('p2', { type: 'report', commitment: 'c1', kept: true });
    expect(step(kept)).toBe('ask');
    const late = miss(chosen(2), CHOSE).command('p1', {
      type: 'correct',
      commitment: 'c1',
      verdict: 'kept-late',
      words: 'It was there.',
    });
    expect(step(late)).toBe('ask');
  });

  it('stays an ask where the policy says so', () => {
    expect(step(chosen(3, begun({ policy: { tone: 'ask' } })))).toBe('ask');
  });

  it('is where it was when the miss is taken back', () => {
    const missed = miss(chosen(1), CHOSE);
    expect(step(missed)).toBe('lets-talk');
    expect(step(missed.command('p2', { type: 'undo' }))).toBe('ask-again');
  });

  it('keeps its step when it is worded anew, and begins anew with another owner', () => {
    const amend = (change: object) =>
      chosen(2).command('p1', { type: 'amend', change: [{ id: 'c1', ...change }] });
    expect(step(amend({ action: 'Call before noon.' }))).toBe('lets-talk');
    expect(step(amend({ owner: MEI }))).toBe('ask');
    expect(step(amend({ owner: DANA }))).toBe('ask');
  });
});

describe('the words of the last two steps', () => {
  it('are a draft: until the manager presses, the plain ask leaves', () => {
    expect([1, 2, 3].map((times) => tone(chosen(times)))).toEqual(['ask-again', 'ask', 'ask']);
    const { conversation, commitment } = first(chosen(2));
    expect(draftOf(conversation, commitment)).toBe('lets-talk');
  });

  it('leave once they are pressed, for that step alone', () => {
    const pressed = chosen(2).command('p1', { type: 'choose-tone', commitment: 'c1', tone: 'firmer' });
    expect(tone(pressed)).toBe('lets-talk');
    const next = renewed(miss(pressed, CHOSE), '2027-02-05');
    expect([step(next), tone(next)]).toEqual(['needed-now', 'ask']);
    const kept = pressed.command('p2', { type: 'report', commitment: 'c1', kept: true });
    const anew = kept.command('p1', { type: 'amend', change: [{ id: 'c1', dueBy: '2027-02-05' }] });
    expect([step(anew), tone(chosen(2, anew.command('p2', { type: 'agree' })))]).toEqual(['ask', 'ask']);
  });

  it('can be kept back again, and what was pressed twice is one choice', () => {
    const press = { type: 'choose-tone', commitment: 'c1', tone: 'firmer' };
    const pressed = chosen(2).command('p1', press);
    expect(pressed.decision('p1', press)).toEqual([]);
    expect(tone(pressed.command('p1', { ...press, tone: 'plain' }))).toBe('ask');
    expect(tone(pressed.command('p1', { type: 'undo' }))).toBe('ask');
  });

  it('are for the manager to press, and only where there is a draft, as it was read', () => {
    const press = { type: 'choose-tone', commitment: 'c1', tone: 'firmer' };
    const why = (story: Given, by: 'p1' | 'p2', more = {}) => {
      const decision = story.decision(by, { ...press, ...more });
      return isRefusal(decision) ? decision.errors[0]?.message : 'done';
    };
    expect(why(chosen(2), 'p2')).toContain('Only the manager');
    expect(why(chosen(1), 'p1')).toContain('the plain ask leaves by itself');
    expect(why(chosen(3), 'p1', { step: 'lets-talk' })).toContain('another step by now');
    expect(why(miss(chosen(2)), 'p1')).toContain('the plain ask leaves by itself');
    expect(why(chosen(3), 'p1', { step: 'needed-now' })).toBe('done');
  });
});

describe('the ask', () => {
  const answer = {
    type: 'answer-ask',
    commitment: 'c1',
    how: 'On Tuesday, with Mei.',
    help: 'The price list.',
  };

  it('is answered with how, and what help is needed', () => {
    const { commitment } = first(begun().command('p2', answer));
    expect(commitment.askAnswer).toMatchObject({
      how: 'On Tuesday, with Mei.',
      help: 'The price list.',
      by: 'p2',
    });
    expect(begun().command('p2', answer).decision('p2', answer)).toEqual([]);
  });

  it('proposes another date by the rules of every other proposal', () => {
    const dated = begun().command('p2', { ...answer, dueBy: '2027-01-20' });
    expect(first(dated).commitment.requests).toMatchObject([{ kind: 'date', answered: false }]);
    const past = begun().decision('p2', { ...answer, dueBy: '2027-01-04' });
    expect(isRefusal(past) && past.errors[0]?.path).toBe('dueBy');
    const same = begun().command('p2', { ...answer, dueBy: '2027-01-15' });
    expect(first(same).commitment.requests).toEqual([]);
  });

  it('is its owner’s to answer, needs something said, and nothing once there is a verdict', () => {
    const why = (story: Given, by: 'p1' | 'p2', command: object) => {
      const decision = story.decision(by, command);
      return isRefusal(decision) ? decision.errors[0]?.message : 'done';
    };
    expect(why(begun(), 'p1', answer)).toContain('somebody else');
    expect(why(begun(), 'p2', { ...answer, how: '', help: '' })).toContain('One of them is enough');
    expect(why(miss(begun()), 'p2', answer)).toContain('There is a verdict');
  });

  it('is asked anew when what was agreed is worded anew, and taken back with undo', () => {
    const said = begun().command('p2', answer);
    const amended = said.command('p1', { type: 'amend', change: [{ id: 'c1', action: 'Call at noon.' }] });
    expect(first(amended).commitment.askAnswer).toBeUndefined();
    expect(first(said.command('p2', { type: 'undo' })).commitment.askAnswer).toBeUndefined();
  });
});
