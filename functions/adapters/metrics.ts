/**
 * What is measured of a tenant, with CloudWatch's unit. Counts are of one event (a wake, a command, a report of SES);
 * LatenessMs has one value a mail: when it was claimed, less when it was due. CanaryLatenessMs has one a delivery, by when
 * SES took it.
 */
export const METRICS = {
  ConversationsRecorded: 'Count',
  MailsSent: 'Count',
  MailsDelivered: 'Count',
  MailsBounced: 'Count',
  MailsComplained: 'Count',
  MailsRefused: 'Count',
  MailsParked: 'Count',
  SendingPaused: 'Count',
  LatenessMs: 'Milliseconds',
  Wakes: 'Count',
  HintsLost: 'Count',
  SweepFoundOverdue: 'Count',
  Conflicts: 'Count',
  RepliesTaken: 'Count',
  RepliesDropped: 'Count',
  CanaryRuns: 'Count',
  CanaryLatenessMs: 'Milliseconds',
  CanaryDuplicates: 'Count',
  CanaryMissing: 'Count',
  CanaryUndelivered: 'Count',
} as const;
export type MetricName = keyof typeof METRICS;

/** Where CloudWatch keeps them; the only dimension is the tenant's slug. */
export const NAMESPACE = 'Nevertwice';
export const DIMENSION = 'tenant';

// A line of the embedded metric format takes at most so many values of a metric.
const MOST_VALUES = 100;

type Values = Readonly<Partial<Record<MetricName, readonly number[]>>>;

/** Collects what one event brought about. */
export type Tally = {
  /** Epoch ms. */
  startedAt: number;
  add(metric: MetricName, value?: number): void;
  /** What was added since the last time. */
  take(): Values;
};

export function makeTally(): Tally {
  const values = new Map<MetricName, number[]>();
  return {
    startedAt: Date.now(),
    add(metric, value = 1) {
      const before = values.get(metric) ?? [];
      if (METRICS[metric] === 'Count') values.set(metric, [(before[0] ?? 0) + value]);
      else if (before.length < MOST_VALUES) values.set(metric, [...before, value]);
    },
    take() {
      const taken = Object.fromEntries(values);
      values.clear();
      return taken;
    },
  };
}

/**
 * Writes one line about one event: what happened, ids and codes (never names, addresses, texts or paths), how long it took,
 * and its metrics.
 */
export type Note = (
  message: string,
  about: Readonly<Record<string, string>>,
  tally: Pick<Tally, 'startedAt' | 'take'>,
) => void;

/**
 * Lines on stdout in CloudWatch's embedded metric format (EMF): the log itself is the metric, nothing is called. `_aws` says
 * which members of the root are metrics (CloudWatch user guide, "Specification: Embedded metric format").
 */
export function makeNote({ TENANT, LOG_LINES }: { TENANT: { slug: string }; LOG_LINES: 'on' | 'off' }): Note {
  return (message, about, { startedAt, take }) => {
    const values = take();
    if (LOG_LINES === 'off') return;
    const now = Date.now();
    const line = {
      level: 'info',
      message,
      [DIMENSION]: TENANT.slug,
      ...about,
      durationMs: now - startedAt,
      ...values,
      ...directive(now, values),
    };
    process.stdout.write(`${JSON.stringify(line)}\n`);
  };
}

function directive(now: number, values: Values) {
  const measured = Object.entries(METRICS).filter(([name]) => name in values);
  if (measured.length === 0) return {};
  const Metrics = measured.map(([Name, Unit]) => ({ Name, Unit }));
  return {
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [{ Namespace: NAMESPACE, Dimensions: [[DIMENSION]], Metrics }],
    },
  };
}
