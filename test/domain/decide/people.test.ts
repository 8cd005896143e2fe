import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../functions/domain/instant.ts';
import { given } from '../given.ts';
import { body, NOW, tenant } from '../record/sample.ts';
import { agreedTalk, BILL, brings, commitmentOf, DANA, MEI, PAT, personOf, talk } from './talk.ts';

const NOT_HERE = 'person: That person is not in this conversation.';

describe('a pause', () => {
  const pause = { type: 'pause', person: BILL, from: '2027-01-11', until: '2027-01-22' };

  test('is days and nothing else; a second tap brings nothing', () => {
    const paused = talk().command(DANA, pause);
    expect(personOf(paused, BILL).pause).toMatchObject({ from: '2027-01-11', until: '2027-01-22' });
    expect(brings(paused, DANA, pause)).toEqual([]);
    const back = paused.command(DANA, { type: 'resume', person: BILL });
    expect(personOf(back, BILL).pause).toBeUndefined();
    expect(brings(back, DANA, { type: 'resume', person: BILL })).toEqual([]);
  });

  test.each([
    ['2027-01-22', '2027-01-11', 'until: The last day away is before the first. Swap them.'],
    ['2027-01-01', '2027-01-07', 'until: Those days are over. Choose days from today on.'],
    ['2027-01-11', '2028-01-12', 'until: A pause is at most 365 days long.'],
    ['9999-12-30', '9999-12-31', 'until: That is more than two years ahead. Choose an earlier day.'],
  ])('from %s to %s is refused', (from, until, error) => {
    expect(brings(talk(), DANA, { ...pause, from, until })).toEqual([error]);
  });

  test('called off before it began is none; one that runs ends with the next working morning', () => {
    const running = talk().command(DANA, pause).at('2027-01-14T15:00');
    const ended = running.command(DANA, { type: 'resume', person: BILL });
    expect(personOf(ended, BILL).pause).toMatchObject({ from: '2027-01-11', until: '2027-01-14' });
    expect(brings(ended, DANA, { type: 'resume', person: BILL })).toEqual([]);
    const early = talk().command(DANA, pause).at('2027-01-14T08:00');
    const today = early.command(DANA, { type: 'resume', person: BILL });
    expect(personOf(today, BILL).pause).toMatchObject({ until: '2027-01-13' });
  });

  test('what a pause held back does not burst out when it ends early', () => {
    const ended = agreedTalk()
      .command(DANA, pause)
      .run('2027-01-14T15:00')
      .command(DANA, { type: 'resume', person: BILL })
      .run('2027-01-14T20:00');
    const held = ended.sent.filter(({ to, leftAt }) => to === BILL && leftAt > ended.now - 12 * HOUR);
    expect(held).toEqual([]);
  });

  test('another one during a pause goes on with it, or waits until they are back', () => {
    const running = talk().command(DANA, pause).at('2027-01-14T15:00');
    const longer = running.command(DANA, { ...pause, from: '2027-01-14', until: '2027-01-29' });
    expect(personOf(longer, BILL).pause).toMatchObject({ from: '2027-01-11', until: '2027-01-29' });
    expect(brings(running, DANA, { ...pause, from: '2027-01-20', until: '2027-01-29' })).toEqual([
      'from: They are away until their next working morning. Begin this one today, or enter it when they are back.',
    ]);
    const back = running.at('2027-01-25T09:00');
    expect(brings(back, DANA, { ...pause, from: '2027-02-01', until: '2027-02-05' })).toEqual(['paused']);
  });

  test('may have begun before today, and end today', () => {
    expect(brings(talk(), DANA, { ...pause, from: '2027-01-04', until: '2027-01-08' })).toEqual(['paused']);
  });

  test('of somebody here, by the manager', () => {
    expect(brings(talk(), DANA, { ...pause, person: 'p9' })).toEqual([NOT_HERE]);
    expect(brings(talk(), BILL, pause)).toEqual([': Only the manager of this conversation can do that.']);
  });
});

describe('an address', () => {
  const correct = { type: 'correct-address', person: BILL, email: 'William@acme.example' };

  test('of the manager to one that may not manage is refused', () => {
    const only = { ...tenant, managers: ['dana@acme.example'] };
    const story = given(body(), only, NOW);
    const refused = story.decision(DANA, {
      type: 'correct-address',
      person: DANA,
      email: 'intern@acme.example',
    });
    expect(refused).toMatchObject({ errors: [{ path: 'email' }] });
  });

  test('corrected after a bounce is tried anew', () => {
    const failed = talk().fact({ type: 'addressFailed', by: 'system', person: BILL, why: 'bounced' });
    const corrected = failed.command(DANA, correct);
    expect(personOf(corrected, BILL)).toMatchObject({
      email: 'william@acme.example',
      addressFailed: undefined,
      addressRevision: 2,
    });
    expect(brings(corrected, DANA, correct)).toEqual([]);
    expect(brings(failed, DANA, { ...correct, email: 'bill@acme.example' })).toEqual(['addressCorrected']);
  });

  test('is the first one of somebody without mail', () => {
    const given = talk({}, false).command(DANA, { ...correct, person: MEI, email: 'mei@acme.example' });
    expect(personOf(given, MEI)).toMatchObject({ email: 'mei@acme.example', mail: true });
  });

  test('is the tenant’s, and nobody else’s here', () => {
    expect(brings(talk(), DANA, { ...correct, email: 'bill@evil.example' })[0]).toMatch(
      /^email: Acme sends mail only to @acme\.example/,
    );
    expect(brings(talk(), DANA, { ...correct, email: 'MEI@acme.example' })).toEqual([
      'email: Somebody else in this conversation has that address.',
    ]);
    expect(brings(talk(), DANA, { ...correct, person: 'p9' })).toEqual([NOT_HERE]);
  });
});

describe('taking a person out', () => {
  const remove = { type: 'remove-person', person: BILL };

  test('lets go what was theirs, and a second tap brings nothing', () => {
    const removed = agreedTalk().command(DANA, remove);
    expect(removed.conversation.commitments.filter(({ removed }) => !removed).map(({ id }) => id)).toEqual([
      'c2',
      'c3',
    ]);
    expect(brings(removed, DANA, remove)).toEqual([]);
    expect(brings(removed, BILL, { type: 'report', commitment: 'c1', kept: true })).toEqual([
      ': You are no longer part of this conversation.',
    ]);
  });

  test('of a partner leaves the commitment', () => {
    const removed = agreedTalk().command(DANA, { ...remove, person: PAT });
    expect(commitmentOf(removed, 'c1').partner).toBeUndefined();
  });

  test('never the manager, never the last participant', () => {
    expect(brings(talk(), DANA, { ...remove, person: DANA })).toEqual([
      'person: The manager cannot be removed. Hand the conversation over first.',
    ]);
    expect(brings(talk().command(DANA, remove), DANA, { ...remove, person: MEI })).toEqual([
      'person: That is the last participant. Cancel the conversation instead.',
    ]);
    expect(brings(talk(), DANA, { ...remove, person: 'p9' })).toEqual([NOT_HERE]);
  });
});

describe('handing over', () => {
  const to = (email: string, more: Record<string, unknown> = {}) => ({
    type: 'hand-over',
    to: { name: 'Ola', email, ...more },
  });
  const ola = to('Ola@acme.example');

  test('to somebody new: a promise does not change hands', () => {
    const handed = agreedTalk().command(DANA, ola);
    expect(handed.conversation.manager).toBe('p5');
    expect(personOf(handed, 'p5')).toMatchObject({ name: 'Ola', email: 'ola@acme.example', role: 'manager' });
    expect(personOf(handed, DANA)).toMatchObject({ role: 'participant', removed: undefined });
    expect(commitmentOf(handed, 'c3').owner).toBe(DANA);
    expect(handed.conversation.changes.at(-1)).toMatchObject({
      what: 'handed-over',
      before: 'Dana',
      after: 'Ola',
    });
    expect(brings(handed, DANA, ola)).toEqual([': Only the manager of this conversation can do that.']);
    expect(brings(handed, 'p5', { type: 'verdict', commitment: 'c3', verdict: 'kept' })).toEqual(['judged']);
  });

  test('to a participant, who then answers for the manager’s side', () => {
    const handed = agreedTalk().command(DANA, to('mei@acme.example'));
    expect(handed.conversation.manager).toBe(MEI);
    expect(handed.conversation.people).toHaveLength(4);
    expect(brings(handed, MEI, { type: 'verdict', commitment: 'c1', verdict: 'kept' })).toEqual(['judged']);
    expect(brings(handed, MEI, { type: 'verdict', commitment: 'c2', verdict: 'kept' })[0]).toMatch(/yours/);
  });

  test('who owns nothing leaves; never so that nobody is left to agree with', () => {
    const commitments = [{ owner: 'mei@acme.example', action: 'x', dueBy: '2027-01-15' }];
    const none = talk({ commitments });
    expect(personOf(none.command(DANA, ola), DANA).removed).toBeDefined();
    const alone = talk({ commitments, participants: [{ name: 'Mei', email: 'mei@acme.example' }] });
    expect(brings(alone, DANA, to('mei@acme.example'))).toEqual([
      'to.email: They are the only participant, so nobody would be left to agree with. Hand over to somebody else.',
    ]);
  });

  test('needs somebody who may manage and may receive', () => {
    expect(brings(talk(), DANA, to('pat@acme.example'))).toEqual([
      'to.email: pat@acme.example is not a manager of Acme. Hand over to somebody who is.',
    ]);
    expect(brings(talk(), DANA, to('out@elsewhere.example'))[0]).toMatch(
      /^to\.email: Acme sends mail only to/,
    );
    expect(brings(talk(), DANA, to('dana@acme.example'))).toEqual(['to.email: That is who manages it now.']);
    expect(brings(talk(), DANA, to('ola@acme.example', { country: 'XX' }))).toEqual([
      'to.country: We have no days off for XX. Use one of NL, AU-NSW.',
    ]);
    expect(brings(talk(), BILL, ola)).toHaveLength(1);
  });
});
