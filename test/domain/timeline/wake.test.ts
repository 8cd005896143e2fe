import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, plus } from '../../../functions/domain/instant.ts';
import { isOwed } from '../../../functions/domain/plan.ts';
import type { Given } from '../given.ts';
import { newTalk, play, scripts } from './script.ts';
import { agreedTalk } from './talk.ts';

const iso = (moment: number) => new Date(moment).toISOString();
const runTo = (story: Given, until: string) => story.run(until);

/** Rings all the time, in between the moments that matter. */
function runRestlessly(story: Given, until: string): Given {
  let running = story;
  while (iso(running.now) < until) {
    const next = iso(plus(running.now, 7 * HOUR));
    running = running.run(next < until ? next : until);
  }
  return running.run(until);
}

function sentKeys(story: Given): string[] {
  return story.sent.map(({ key, leftAt }) => `${iso(leftAt)} ${key}`).sort();
}

describe('waking', () => {
  it('sends each delivery once, in its very moment, and nothing late: there is no burst after any command', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const { sent } = play(script, runTo);
        const late = sent.filter(({ at, leftAt }) => at !== leftAt).map(({ key }) => key);
        expect(late).toEqual([]);
        expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
      }),
      { numRuns: 40 },
    );
  });

  it('misses nothing: in the end nothing owed lies behind', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const story = play(script, runTo);
        const behind = story
          .plan()
          .filter(
            (delivery) =>
              delivery.at <= story.now &&
              isOwed(delivery, story.conversation) &&
              (delivery.notAfter === undefined || delivery.notAfter > story.now),
          );
        expect(behind.map(({ key }) => key)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('does the same however often it is rung', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        expect(sentKeys(play(script, runRestlessly))).toEqual(sentKeys(play(script, runTo)));
      }),
      { numRuns: 8 },
    );
  });

  it('is strictly later once everything due has left', () => {
    fc.assert(
      fc.property(scripts, (script) => {
        const story = play(script.slice(0, -1), runTo);
        const wake = story.wake();
        expect(story.due()).toEqual([]);
        if (wake !== undefined) expect(wake).toBeGreaterThan(story.now);
      }),
      { numRuns: 25 },
    );
  });

  it('ends: a conversation that everybody forgot owes nothing for ever', () => {
    const forgotten = newTalk().run('2027-12-31T12:00');
    expect(forgotten.wake()).toBeUndefined();
    const verdicts = forgotten.conversation.commitments.map(({ judgement }) => judgement?.verdict);
    expect(verdicts).toEqual(['unresolved', 'unresolved', 'missed-not-reported', undefined]);
  });

  it('lets expire what became pointless while mail was held (rule 8)', () => {
    const held = agreedTalk([{ startBy: '2027-01-13', dueBy: '2027-01-20' }])
      .run('2027-01-12T12:00')
      .at('2027-01-20T18:00');
    expect(held.due().map(({ kind }) => kind)).toEqual(['due-check']);
    const inTime = held.at('2027-01-20T12:00');
    expect(inTime.due().map(({ kind }) => kind)).toEqual(['start', 'heads-up']);
  });

  it('knows of silence as well as of mail', () => {
    const story = agreedTalk([{ dueBy: '2027-01-15' }]).run('2027-01-15T18:00');
    expect(iso(story.wake() ?? 0)).toBe('2027-01-18T16:00:00.000Z');
    expect(story.wake()).toBeLessThan(plus(story.now, 4 * DAY));
  });
});
