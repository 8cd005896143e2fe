import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CheckIn } from '../../../functions/domain/check-in.ts';
import type { Commitment } from '../../../functions/domain/conversation.ts';
import { checkInEnd, dueOf } from '../../../functions/domain/moments.ts';
import { beginning } from './beginnings.ts';
import { steps } from './steps.ts';
import { play, type World } from './world.ts';

const RUNS = { numRuns: 40 };

test('silence is a miss only for who agreed, was asked, could be reached, and was neither away nor had stopped it', () => {
  fc.assert(
    fc.property(beginning, steps, (begun, taken) => {
      for (const { fact, before } of play(begun, taken).happened) {
        if (fact.type !== 'silencePassed' || fact.verdict !== 'missed-not-reported') continue;
        const commitment = before.commitments.find(({ id }) => id === fact.commitment);
        const owner = before.people.find(({ id }) => id === commitment?.owner);
        expect(commitment).toMatchObject({ agreement: { state: 'agreed' }, asked: { by: 'system' } });
        expect(commitment?.judgement).toBeUndefined();
        expect(
          commitment?.requests.filter(
            (ask) => !ask.answered && ask.by === owner?.id && ask.kind !== 'consequence',
          ),
        ).toEqual([]);
        expect(owner?.email).toBeDefined();
        expect(owner?.addressFailed).toBeUndefined();
        expect(owner?.removed).toBeUndefined();
        expect(owner?.optedOut).not.toContain('nudges');
        expect(before.policy.silence).toBe('missed');
        const date = new Intl.DateTimeFormat('sv', { timeZone: owner?.zone ?? 'UTC' }).format(fact.at);
        const away = owner?.pause && owner.pause.from <= date && date <= owner.pause.until;
        expect(away ?? false).toBe(false);
      }
    }),
    RUNS,
  );
});

function wasWrappedUp(world: World, checkIns: readonly CheckIn[]): boolean {
  const last = checkIns.toSorted((a, b) => checkInEnd(b) - checkInEnd(a))[0];
  return world.left.some(({ delivery }) => delivery.kind === 'wrap-up' && delivery.subject === last?.id);
}

/** Whether the manager can be told anything at all, and anything is left that tells them. */
function canHold(world: World, checkIns: readonly CheckIn[]): boolean {
  const manager = world.open.people.find(({ id }) => id === world.open.manager);
  const since = world.open.handovers.at(-1)?.at ?? 0;
  const ahead = checkIns.some((checkIn) => checkInEnd(checkIn) > since);
  return manager?.email !== undefined && !manager.addressFailed && !manager.addressCorrected && ahead;
}

function isOver(commitment: Commitment): boolean {
  return commitment.removed !== undefined || commitment.judgement !== undefined;
}

test('every commitment ends in a verdict or in the manager’s hands', () => {
  fc.assert(
    fc.property(beginning, steps, (begun, taken) => {
      const world = play(begun, taken);
      if (world.open.status !== 'open') return;
      const open = world.open.commitments.filter((commitment) => !isOver(commitment));
      // What has a due date always comes to a verdict; a habit is the manager's at the last check-in's wrap-up.
      expect(open.filter((commitment) => dueOf(commitment) !== undefined)).toEqual([]);
      const checkIns = world.open.checkIns.filter(({ cancelled }) => !cancelled);
      if (open.length > 0 && canHold(world, checkIns)) expect(wasWrappedUp(world, checkIns)).toBe(true);
    }),
    RUNS,
  );
});
