import { describe, expect, it } from 'vitest';
import { commandListSchema } from '../../../functions/domain/commands.ts';
import { decideAll } from '../../../functions/domain/decide-all.ts';
import { isRefusal } from '../../../functions/domain/refusal.ts';
import { visibleTo } from '../../../functions/domain/visible.ts';
import type { Given } from '../given.ts';
import { tenant } from '../record/sample.ts';
import { agreedTalk, BILL, brings, commitmentOf, DANA, MEI, talk } from './talk.ts';

const missed = { type: 'verdict', commitment: 'c1', verdict: 'missed' };
const TALK = '2027-01-18T09:40';

/** Bill's was missed, Mei's kept, and they talk. */
function talking(): Given {
  return agreedTalk()
    .at('2027-01-15T12:00')
    .command(MEI, { type: 'report', commitment: 'c2', kept: true })
    .at(TALK)
    .command(DANA, missed);
}

function together(story: Given, commands: unknown[]) {
  return decideAll(commandListSchema.parse({ commands }).commands, story.conversation, {
    by: DANA,
    now: story.now,
    tenant,
  });
}

describe('what helped', () => {
  const helped = { type: 'helped', commitment: 'c2', words: 'Ravi wrote it with me.' };

  it('is entered by the manager in the talk, with whose hand it was', () => {
    const after = talking().command(DANA, helped);
    expect(commitmentOf(after, 'c2')).toMatchObject({ helped: 'Ravi wrote it with me.', helpedBy: DANA });
  });

  it('stays in its owner’s words once they said it', () => {
    const after = talking().command(MEI, helped);
    expect(brings(after, DANA, { ...helped, words: 'Nothing much.' })).toEqual([
      'words: Mei said what helped meanwhile, and those words stay. Open the page again.',
    ]);
    expect(brings(after, DANA, helped)).toEqual([]);
  });

  it('is nobody else’s to say', () => {
    expect(brings(talking(), BILL, helped)).toEqual([
      'commitment: This one is somebody else’s. Only its owner can say that.',
    ]);
  });
});

describe('what changes', () => {
  const learned = { type: 'learned', commitment: 'c1', words: 'The number stands in the tool.' };

  it('is said by the owner or the other side, once, and the last word counts', () => {
    const after = talking().command(DANA, learned);
    expect(brings(after, DANA, learned)).toEqual([]);
    expect(brings(after, MEI, learned)).toEqual([
      'commitment: Only its owner and the other side say what changes.',
    ]);
    const again = after.command(BILL, { ...learned, words: 'I write it on the wall.' });
    expect(commitmentOf(again, 'c1').learned).toEqual({ words: 'I write it on the wall.', by: BILL });
  });

  it('is read by whom the miss is told, and by nobody else', () => {
    const after = talking().command(DANA, learned).command(DANA, {
      type: 'follow',
      commitment: 'c1',
      how: 'follows',
    });
    const seenBy = (person: 'p1' | 'p2' | 'p3') =>
      visibleTo(after.conversation, person).find(({ commitment }) => commitment.id === 'c1');
    expect(seenBy(DANA)?.learned?.words).toBe(learned.words);
    expect(seenBy(BILL)?.followUp?.how).toBe('follows');
    expect([seenBy(MEI)?.learned, seenBy(MEI)?.followUp]).toEqual([undefined, undefined]);
  });
});

describe('what follows', () => {
  const follow = { type: 'follow', commitment: 'c1', how: 'follows' };

  it('is carried only by an agreed consequence of a confirmed miss', () => {
    expect(brings(talking(), DANA, follow)).toEqual(['followed']);
    expect(brings(agreedTalk().at(TALK), DANA, follow)).toEqual([
      'how: Nothing follows unless it is missed. Say first how it ended.',
    ]);
    const never = talk()
      .at('2027-01-08T11:00')
      .command(BILL, { type: 'agree' })
      .at(TALK)
      .command(DANA, missed);
    expect(brings(never, DANA, follow)).toEqual([
      'how: This was never agreed, so it cannot follow. Say what helps instead.',
    ]);
    expect(brings(never, DANA, { ...follow, how: 'helps-instead', words: 'An hour with Ravi.' })).toEqual([
      'followed',
    ]);
  });

  it('needs words for what helps instead, and keeps none otherwise', () => {
    expect(brings(talking(), DANA, { ...follow, how: 'helps-instead' })).toEqual([
      'words: Say what helps instead.',
    ]);
    const after = talking().command(DANA, { ...follow, words: 'left over' });
    expect(commitmentOf(after, 'c1').followUp).toMatchObject({ how: 'follows', words: '' });
    expect(brings(after, DANA, follow)).toEqual([]);
  });

  it('is the manager’s to enter, but their own is not theirs to let go', () => {
    expect(brings(talking(), BILL, follow)).toEqual([': Only the manager of this conversation can do that.']);
    const own = talking().command(DANA, { type: 'report', commitment: 'c3', kept: false });
    expect(brings(own, DANA, { type: 'follow', commitment: 'c3', how: 'let-go' })).toEqual([
      'how: This one is yours, so letting it go is not yours to say.',
    ]);
  });

  it('no longer stands once the verdict is another', () => {
    const after = talking()
      .command(DANA, follow)
      .command(DANA, { ...missed, verdict: 'kept-late' });
    expect(commitmentOf(after, 'c1').followUp).toBeUndefined();
  });
});

describe('several commands together', () => {
  it('are decided each on what those before brought about', () => {
    const decision = together(agreedTalk().at(TALK), [
      missed,
      { type: 'follow', commitment: 'c1', how: 'let-go' },
      { type: 'verdict', commitment: 'c2', verdict: 'kept-late' },
      { type: 'verdict', commitment: 'c4', verdict: 'released' },
      { type: 'report', commitment: 'c3', kept: true },
      { type: 'close' },
    ]);
    expect(isRefusal(decision) ? decision : decision.map(({ type }) => type)).toEqual([
      'judged',
      'followed',
      'judged',
      'judged',
      'reported',
      'closed',
    ]);
  });

  it('bring about nothing when one is refused, and tell every error with its place', () => {
    const decision = together(talk().at(TALK), [
      missed,
      { type: 'verdict', commitment: 'c2', verdict: 'released' },
      { type: 'add-check-in', at: '2027-01-11T09:00' },
      { type: 'cancel-check-in', checkIn: 'k7' },
    ]);
    expect(isRefusal(decision) ? decision.errors.map(({ path }) => path) : decision).toEqual([
      'commands[0].verdict',
      'commands[2].at',
      'commands[3].checkIn',
    ]);
  });
});
