import type { Row } from '../row.ts';
import { playOneScheduleEach } from './one-schedule-each.ts';
import { playStory } from './play-story.ts';
import { POLLS_A_MONTH, playPollEveryMinute, UNITS_OF_A_POLL } from './poll-every-minute.ts';
import { reckonStateMachine } from './state-machine.ts';
import { costOf, type Tally } from './tally.ts';

const CONVERSATIONS = 1_000;

function rowsOf(who: string, tally: Tally, usd: number): Row[] {
  return [
    { what: `${who}: calls that a submit adds`, value: tally.submitCalls, unit: 'calls' },
    { what: `${who}: calls to reschedule`, value: tally.rescheduleCalls, unit: 'calls' },
    { what: `${who}: alive for 1,000 open`, value: CONVERSATIONS * tally.alive, unit: 'schedules' },
    { what: `${who}: 1,000 conversations a month`, value: usd, unit: 'USD' },
  ];
}

/** The nudging of one typical conversation, put off once, in four ways: what we do, counted on the real program, and three others. */
export async function measurePeers(): Promise<Row[]> {
  const { ours, steps } = await playStory();
  const each = await playOneScheduleEach(steps);
  const poll = await playPollEveryMinute(steps);
  const machine = reckonStateMachine(steps, each);
  const polled = costOf(poll, CONVERSATIONS, POLLS_A_MONTH, POLLS_A_MONTH * UNITS_OF_A_POLL);
  return [
    ...rowsOf('one alarm a conversation (ours)', ours, costOf(ours, CONVERSATIONS)),
    ...rowsOf('one schedule a nudge', each, costOf(each, CONVERSATIONS)),
    ...rowsOf('a poll each minute', poll, polled),
    ...rowsOf('a state machine that waits (reckoned)', machine, costOf(machine, CONVERSATIONS)),
  ];
}
