import { describe, expect, test } from 'vitest';
import { sesEvent, smallWorld } from './small-world.ts';

const at = (moment: string) => Date.parse(moment);

describe('moving the clock', () => {
  test('goes through alarms, delayed rings and mail events in the order of their moments', async () => {
    const { world, timeMachine, seen, clock } = smallWorld('2027-01-08T09:00:00Z');
    world.alarms.set('bill', at('2027-01-11T14:00:00Z'));
    world.alarms.set('dana', at('2027-01-08T17:00:00Z'));
    world.rings.push({ id: 'soon', visibleAt: at('2027-01-08T09:01:00Z') });
    world.events.push(sesEvent('delivered', '2027-01-08T17:00:02Z'));

    const moved = await timeMachine.move({ advance: 'P7D' });

    expect(seen).toEqual([
      '01-08T09:01 wake soon',
      '01-08T17:00 wake dana',
      '01-08T17:00 feedback delivered',
      '01-11T14:00 wake bill',
    ]);
    expect(moved).toEqual({ now: '2027-01-15T09:00:00.000Z' });
    expect(clock.stops.at(-1)).toBe('2027-01-15T09:00:00.000Z');
  });

  test('what a wake plans on the way is met in the same move', async () => {
    const { world, timeMachine, seen } = smallWorld('2027-01-08T09:00:00Z');
    world.alarms.set('start', at('2027-01-08T10:00:00Z'));
    world.onWake = (id) => {
      if (id === 'start') world.alarms.set('due', at('2027-01-08T12:00:00Z'));
    };
    await timeMachine.move({ to: '2027-01-08T12:00:00Z' });
    expect(seen).toEqual(['01-08T10:00 wake start', '01-08T12:00 wake due']);
  });

  test('a moment after the target stays ahead', async () => {
    const { world, timeMachine, seen, scheduler } = smallWorld('2027-01-08T09:00:00Z');
    world.alarms.set('later', at('2027-01-08T10:00:01Z'));
    await timeMachine.move({ advance: 'PT1H' });
    expect(seen).toEqual([]);
    expect(scheduler.schedules()).toHaveLength(1);
  });

  test('a lost alarm is found by the first sweep after its moment, without running the ones that find nothing', async () => {
    const { world, timeMachine, seen } = smallWorld('2027-01-08T09:00:00Z');
    world.wakeAts.set('lost', at('2027-01-20T08:31:00Z'));
    world.onSweep = () => {
      world.rings.push({ id: 'lost', visibleAt: 0 });
    };
    world.onWake = (id) => {
      world.wakeAts.delete(id);
    };
    await timeMachine.move({ to: '2027-02-15T09:00:00Z' });
    expect(seen).toEqual(['01-20T08:35 sweep', '01-20T08:35 wake lost']);
  });

  test('a conversation that the sweep could not help is tried again five minutes later', async () => {
    const { world, timeMachine, seen } = smallWorld('2027-01-08T09:00:00Z');
    world.wakeAts.set('stuck', at('2027-01-08T09:02:00Z'));
    await timeMachine.move({ advance: 'PT16M' });
    expect(seen).toEqual(['01-08T09:05 sweep', '01-08T09:10 sweep', '01-08T09:15 sweep']);
  });

  test('when the table cannot be asked what is overdue, the next sweep runs to be safe', async () => {
    const { world, timeMachine, seen, failures } = smallWorld('2027-01-08T09:00:00Z');
    world.failsToTell = 1;
    await timeMachine.move({ advance: 'PT1H' });
    expect(seen).toEqual(['01-08T09:05 sweep']);
    expect(failures.list()).toMatchObject([{ source: 'sweep', message: 'the table is busy' }]);
  });

  test('an alarm at the same moment spares the sweep', async () => {
    const { world, timeMachine, seen } = smallWorld('2027-01-08T09:00:00Z');
    world.wakeAts.set('bill', at('2027-01-08T10:00:00Z'));
    world.alarms.set('bill', at('2027-01-08T10:00:00Z'));
    world.onWake = (id) => {
      world.wakeAts.delete(id);
    };
    await timeMachine.move({ advance: 'PT2H' });
    expect(seen).toEqual(['01-08T10:00 wake bill']);
  });

  test('two moves at once are made one after the other', async () => {
    const { timeMachine } = smallWorld('2027-01-08T09:00:00Z');
    const moves = await Promise.all([
      timeMachine.move({ advance: 'PT1H' }),
      timeMachine.move({ advance: 'PT1H' }),
      timeMachine.move({ to: '2027-01-08T10:30:00Z' }),
    ]);
    expect(moves).toEqual([
      { now: '2027-01-08T10:00:00.000Z' },
      { now: '2027-01-08T11:00:00.000Z' },
      { refusal: 'The clock only goes forward; it is 2027-01-08T11:00:00.000Z already.' },
    ]);
  });

  test('feedback that fails is tried again later, and its event is kept until then', async () => {
    const { world, timeMachine, seen, failures } = smallWorld('2027-01-08T09:00:00Z');
    world.events.push(sesEvent('bounce', '2027-01-08T09:00:10Z'));
    let attempts = 0;
    world.onFeedback = () => {
      attempts++;
      if (attempts < 3) throw new Error('the table is busy');
    };
    await timeMachine.move({ advance: 'PT1H' });
    expect(seen).toEqual([
      '01-08T09:00 feedback bounce',
      '01-08T09:01 feedback bounce',
      '01-08T09:03 feedback bounce',
    ]);
    expect(world.events).toEqual([]);
    expect(failures.list().map((failure) => failure.message)).toEqual([
      'the table is busy',
      'the table is busy',
    ]);
  });

  test('feedback that keeps failing is given up after a day, so that time can go on', async () => {
    const { world, timeMachine } = smallWorld('2027-01-08T09:00:00Z');
    world.events.push(sesEvent('poison', '2027-01-08T09:00:00Z'));
    world.onFeedback = () => {
      throw new Error('cannot read this');
    };
    await timeMachine.move({ advance: 'P3D' });
    expect(world.events).toEqual([]);
  });

  test('a queue that refills itself in one moment ends with an error instead of going on for ever', async () => {
    const { world, timeMachine } = smallWorld('2027-01-08T09:00:00Z');
    world.rings.push({ id: 'echo', visibleAt: 0 });
    world.onWake = (id) => {
      world.rings.push({ id, visibleAt: 0 });
    };
    await expect(timeMachine.move({ advance: 'PT1H' })).rejects.toThrow(
      'The system does not get quiet at 2027-01-08T09:00:00.000Z',
    );
  });

  test('an alarm that stays due ends with an error that names it', async () => {
    const { timeMachine, scheduler, clock } = smallWorld('2027-01-08T09:00:00Z');
    scheduler.nextAt = () => at('2027-01-08T09:30:00Z');
    await expect(timeMachine.move({ advance: 'PT1H' })).rejects.toThrow(
      'Time stands still at 2027-01-08T09:30:00.000Z: the alarm due at 2027-01-08T09:30:00.000Z',
    );
    expect(clock.now()).toBe(at('2027-01-08T09:30:00Z'));
  });

  test('a failed move does not block the next one', async () => {
    const { world, timeMachine } = smallWorld('2027-01-08T09:00:00Z');
    world.rings.push({ id: 'broken', visibleAt: 0 });
    world.onWake = () => {
      throw new Error('out of order');
    };
    await expect(timeMachine.move({ advance: 'PT1H' })).rejects.toThrow('out of order');
    expect(await timeMachine.move({ advance: 'PT0S' })).toEqual({ now: '2027-01-08T09:00:00.000Z' });
  });

  test('"next" stops at the next alarm, and says so when there is none', async () => {
    const { world, timeMachine } = smallWorld('2027-01-08T09:00:00Z');
    world.alarms.set('one', at('2027-01-09T09:00:00Z'));
    world.alarms.set('two', at('2027-01-10T09:00:00Z'));
    world.events.push(sesEvent('delivered', '2027-01-08T09:00:01Z'));
    expect(await timeMachine.moveToNext()).toEqual({ now: '2027-01-09T09:00:00.000Z' });
    expect(await timeMachine.moveToNext()).toEqual({ now: '2027-01-10T09:00:00.000Z' });
    expect(await timeMachine.moveToNext()).toEqual({
      refusal: 'Nothing lies ahead: no alarm is set.',
    });
  });

  test('stopping ends a long move at the moment it is at', async () => {
    const { world, timeMachine, clock } = smallWorld('2027-01-08T09:00:00Z');
    world.alarms.set('first', at('2027-01-09T09:00:00Z'));
    world.alarms.set('second', at('2027-01-10T09:00:00Z'));
    world.onWake = () => timeMachine.stop();
    expect(await timeMachine.move({ advance: 'P30D' })).toEqual({ refusal: 'The system is stopping.' });
    expect(new Date(clock.now()).toISOString()).toBe('2027-01-09T09:00:00.000Z');
  });
});
