import { Duration } from 'aws-cdk-lib';
import { CANARY_LATE_MS } from '../../functions/domain/canary.ts';
import type { Watched } from './alarms.ts';
import { measured } from './measured.ts';

// With periods of an hour CloudWatch looks back a week at most, with shorter ones a day: a run a little late is no fault.
const HOURS_OF_SILENCE = 26;
// What a night found stays red until the next one has looked.
const HOURS_RED = 24;

const LOOK =
  "Its log line 'judged' names the conversation and its deliveries: filter the log of every Lambda by that id.";

/** What the canary finds (functions/app/judge-canary.ts), and that it no longer looks. */
export function canaryAlarms(slug: string): Record<string, Watched> {
  const hour = { period: Duration.hours(1) };
  const found = { within: HOURS_RED };
  return {
    CanaryIsSilent: {
      metric: measured(slug, 'CanaryRuns', { ...hour, statistic: 'Sum' }),
      above: 1,
      below: true,
      periods: HOURS_OF_SILENCE,
      missingIsBad: true,
      runbook:
        'CanaryIsSilent: no night went well for 26 hours (or it was deployed less than a day ago: the first night ends that). Read the log of the canary Lambda, and look whether the rule CanaryRule of this stack is enabled. aws.canary: off ends it.',
    },
    CanaryIsLate: {
      metric: measured(slug, 'CanaryLatenessMs', { ...hour, statistic: 'Maximum' }),
      above: CANARY_LATE_MS,
      ...found,
      runbook: `CanaryIsLate: a mail left later than alarms that ring explain. Everybody's may: look into the queue …-alarms-dead (Scheduler), then at WakeIsLate and MailsRefused. After an outage, or when sending was off, it passes by itself. ${LOOK}`,
    },
    CanaryIsIncomplete: {
      metric: measured(slug, 'CanaryMissing', { ...hour, statistic: 'Maximum' }),
      above: 0,
      ...found,
      runbook: `CanaryIsIncomplete: something was due and never left. Look at SweepFails, WakeFails and MailsAreParked first. ${LOOK}`,
    },
    CanaryIsDoubled: {
      metric: measured(slug, 'CanaryDuplicates', { ...hour, statistic: 'Maximum' }),
      above: 0,
      ...found,
      runbook: `CanaryIsDoubled: a mail left twice, which must not happen. Hold all mail ("sending": "off") if people report it too; then look at what else writes to the table or sends with this configuration set. ${LOOK}`,
    },
    CanaryIsUndelivered: {
      metric: measured(slug, 'CanaryUndelivered', { ...hour, statistic: 'Maximum' }),
      above: 0,
      ...found,
      runbook: `CanaryIsUndelivered: SES took a mail and did not report it as delivered. Silence counts only against whom mail reached, so nothing worse happens. Look at FeedbackFails and at the event destination of the configuration set. ${LOOK}`,
    },
  };
}
