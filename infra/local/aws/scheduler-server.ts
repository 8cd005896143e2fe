import type { Clock } from '../clock.ts';
import type { Backend } from './front.ts';
import type { Schedule } from './local-servers.ts';
import { readDefinition, type StoredSchedule } from './schedule-definition.ts';
import { schedulerError, schedulerRefusal, schedulerReply } from './scheduler-reply.ts';
import { openSchedulerStore } from './scheduler-store.ts';
import { type Reply, type Request, readJson } from './wire.ts';

type Options = {
  folder: string;
  clock: Clock;
  region: string;
  accountId: string;
  scheduleGroup: string;
  send(queueArn: string, body: string): Promise<void>;
};

/** EventBridge Scheduler for one-time schedules that ring an SQS queue, kept in `folder`; fires only when told to. */
export function startScheduler(options: Options) {
  const store = openSchedulerStore(options.folder);
  const groups = new Set(['default', options.scheduleGroup]);
  const arnOf = ({ definition }: StoredSchedule) =>
    `arn:aws:scheduler:${options.region}:${options.accountId}:schedule/${definition.GroupName}/${definition.Name}`;
  const waiting = () => store.all().filter((one) => one.definition.State === 'ENABLED' && !one.completed);
  const missing = (name: string) =>
    schedulerError(404, 'ResourceNotFoundException', `Schedule ${name} does not exist.`);
  const missingGroup = (name: string) =>
    schedulerError(404, 'ResourceNotFoundException', `Schedule group ${name} does not exist.`);

  const groupOf = (name: string) => ({
    Arn: `arn:aws:scheduler:${options.region}:${options.accountId}:schedule-group/${name}`,
    Name: name,
    State: 'ACTIVE',
  });

  const write = (request: Request, name: string): Reply => {
    const now = options.clock.now();
    const body = readJson(request);
    if (typeof body !== 'object' || body === null) {
      return schedulerError(400, 'SerializationException', 'The body is not a JSON object.');
    }
    const read = readDefinition({ ...body, Name: name }, now);
    if ('invalid' in read) return schedulerError(400, 'ValidationException', read.invalid);
    const { GroupName } = read.definition;
    if (!groups.has(GroupName)) return missingGroup(GroupName);
    const existing = store.get(GroupName, name);
    if (request.method === 'POST' && existing) {
      return schedulerError(409, 'ConflictException', `Schedule ${name} already exists.`);
    }
    if (request.method === 'PUT' && !existing) return missing(name);
    const schedule = { ...read, createdAt: existing?.createdAt ?? now, modifiedAt: now, completed: false };
    store.put(schedule);
    return schedulerReply(200, { ScheduleArn: arnOf(schedule) });
  };

  const timesOf = (schedule: StoredSchedule) => ({
    Arn: arnOf(schedule),
    CreationDate: schedule.createdAt / 1000,
    LastModificationDate: schedule.modifiedAt / 1000,
  });

  const list = (query: URLSearchParams): Reply => {
    const group = query.get('ScheduleGroup');
    if (group !== null && !groups.has(group)) return missingGroup(group);
    const limit = Number(query.get('MaxResults') ?? 100);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
      return schedulerError(400, 'ValidationException', 'MaxResults lies between 1 and 100.');
    }
    const matching = store
      .all()
      .filter(({ definition }) => group === null || definition.GroupName === group)
      .filter(({ definition }) => definition.Name.startsWith(query.get('NamePrefix') ?? ''))
      .filter(({ definition }) => definition.State === (query.get('State') ?? definition.State));
    const start = Number(query.get('NextToken') ?? 0);
    const rows = matching.slice(start, start + limit).map((one) => {
      const { Name, GroupName, State, Target } = one.definition;
      return { ...timesOf(one), Name, GroupName, State, Target: { Arn: Target.Arn } };
    });
    const more = start + limit < matching.length;
    return schedulerReply(200, { Schedules: rows, ...(more && { NextToken: String(start + limit) }) });
  };

  const serve = async (request: Request): Promise<Reply> => {
    const { action, name, query } = routeOf(request);
    const group = query.get('groupName') ?? 'default';
    const found = store.get(group, name);
    switch (action) {
      case 'CreateSchedule':
      case 'UpdateSchedule':
        return write(request, name);
      case 'GetSchedule':
        return found ? schedulerReply(200, { ...found.definition, ...timesOf(found) }) : missing(name);
      case 'DeleteSchedule':
        if (!found) return missing(name);
        store.remove(group, name);
        return schedulerReply(200, {});
      case 'ListSchedules':
        return list(query);
      case 'GetScheduleGroup':
        return groups.has(name) ? schedulerReply(200, groupOf(name)) : missingGroup(name);
      case 'Unknown':
        return schedulerError(
          404,
          'UnknownOperationException',
          `The local scheduler knows no ${request.url}.`,
        );
    }
  };

  const describe = (request: Request) => {
    const { action, name, query } = routeOf(request);
    return { action, resource: name || (query.get('ScheduleGroup') ?? '') };
  };

  const backend: Backend = { service: 'scheduler', describe, serve, refuse: schedulerRefusal };

  return {
    backend,
    schedules: () => waiting().map(asSchedule),
    nextAt: () => waiting()[0]?.at,
    /** A schedule goes only after its queue took the message; one that cannot be sent stays, and is told once all others left. */
    async fireDue(now: number): Promise<number> {
      const due = waiting().filter((one) => one.at <= now);
      const failures: unknown[] = [];
      for (const schedule of due) {
        const { Name, GroupName, Target, ActionAfterCompletion } = schedule.definition;
        try {
          await options.send(Target.Arn, Target.Input ?? '{}');
        } catch (error) {
          failures.push(error);
          continue;
        }
        if (store.get(GroupName, Name) !== schedule) continue;
        if (ActionAfterCompletion === 'DELETE') store.remove(GroupName, Name);
        else store.put({ ...schedule, completed: true });
      }
      if (failures.length)
        throw new AggregateError(failures, `${failures.length} schedules could not be sent.`);
      return due.length;
    },
  };
}

function asSchedule({ definition, at }: StoredSchedule): Schedule {
  const { Name, GroupName, Target } = definition;
  return { name: Name, group: GroupName, at, target: Target.Arn, input: Target.Input ?? '{}' };
}

function routeOf(request: Request) {
  const { pathname, searchParams: query } = new URL(request.url, 'http://scheduler');
  const [root, encodedName = '', ...rest] = pathname.split('/').slice(1);
  const name = decodeURIComponent(encodedName);
  const action = rest.length === 0 ? actionOf(request.method, root, name) : 'Unknown';
  return { action, name, query } as const;
}

function actionOf(method: string, root: string | undefined, name: string) {
  if (root === 'schedule-groups') return method === 'GET' && name !== '' ? 'GetScheduleGroup' : 'Unknown';
  if (root !== 'schedules') return 'Unknown';
  if (name === '') return method === 'GET' ? 'ListSchedules' : 'Unknown';
  switch (method) {
    case 'POST':
      return 'CreateSchedule';
    case 'PUT':
      return 'UpdateSchedule';
    case 'GET':
      return 'GetSchedule';
    case 'DELETE':
      return 'DeleteSchedule';
    default:
      return 'Unknown';
  }
}
