import * as z from 'zod';

const name = z
  .string()
  .regex(/^[0-9a-zA-Z-_.]{1,64}$/, 'Member must satisfy regular expression pattern: [0-9a-zA-Z-_.]{1,64}');

/** What CreateSchedule and UpdateSchedule take; what is left out is reset to its default, as AWS does. */
const definitionSchema = z.object({
  Name: name,
  GroupName: name.default('default'),
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  Description: z.string().max(512).optional(),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  FlexibleTimeWindow: z.object({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: z.int().min(1).max(1440).optional(),
  }),
  Target: z.looseObject({
    Arn: z
      .string()
      .regex(/^arn:aws[a-z-]*:sqs:[^:]+:\d{12}:[\w-]{1,80}$/, 'Provided Arn is not in correct format.'),
    RoleArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@\-/]+$/, 'Provided RoleArn is not valid.'),
    Input: z.string().min(1).optional(),
  }),
});

type ScheduleDefinition = z.infer<typeof definitionSchema>;

export const storedScheduleSchema = z.object({
  definition: definitionSchema,
  at: z.number(),
  createdAt: z.number(),
  modifiedAt: z.number(),
  completed: z.boolean(),
});

/** A schedule with its moment in epoch ms; completed = it fired and was asked to stay. */
export type StoredSchedule = z.infer<typeof storedScheduleSchema>;

export type ReadDefinition = { definition: ScheduleDefinition; at: number } | { invalid: string };

/** Checks a definition as the real service does, in its words; only one-time schedules in UTC that ring a queue exist here. */
export function readDefinition(input: unknown, now: number): ReadDefinition {
  const { data, error } = definitionSchema.safeParse(input);
  if (!data) {
    const faults = error.issues.map(
      (issue) => `Value at '${awsPath(issue.path)}' failed to satisfy constraint: ${issue.message}`,
    );
    const count = `${faults.length} validation error${faults.length === 1 ? '' : 's'} detected`;
    return { invalid: `${count}: ${faults.join('; ')}` };
  }
  if (data.ScheduleExpressionTimezone !== 'UTC') {
    return { invalid: `Only the time zone UTC is used here, not ${data.ScheduleExpressionTimezone}.` };
  }
  const { Mode, MaximumWindowInMinutes } = data.FlexibleTimeWindow;
  if ((Mode === 'FLEXIBLE') !== (MaximumWindowInMinutes !== undefined)) {
    return {
      invalid: 'MaximumWindowInMinutes goes with the flexible time window mode FLEXIBLE, and only with it.',
    };
  }
  const at = momentOf(data.ScheduleExpression);
  if (at === undefined) return { invalid: `Invalid Schedule Expression ${data.ScheduleExpression}.` };
  if (at <= now)
    return { invalid: `Invalid Schedule Expression ${data.ScheduleExpression}: it is in the past.` };
  return { definition: data, at };
}

function momentOf(expression: string): number | undefined {
  const wallTime = /^at\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2})\)$/.exec(expression)?.[1];
  if (!wallTime) return undefined;
  const moment = new Date(`${wallTime}Z`);
  const exists = !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(wallTime);
  return exists ? moment.getTime() : undefined;
}

function awsPath(path: PropertyKey[]): string {
  return path.map((part) => String(part).replace(/^./, (first) => first.toLowerCase())).join('.');
}
