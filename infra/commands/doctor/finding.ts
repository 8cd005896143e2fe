/** `fail`: the tenant cannot do its work; `warn`: it can, but not for long or not as its file says. */
type State = 'ok' | 'warn' | 'fail';

/** What one look at a deployed tenant came to; `advice` says what to do, or what was seen where all is well. */
export type Finding = { check: string; state: State; advice: string };
export type Result = Omit<Finding, 'check'>;

/** Takes one look and never throws: what does not answer, or is not there, is a finding too. */
export type Look = (check: string, look: () => Promise<Result>) => Promise<Finding>;

export function ok(advice = ''): Result {
  return { state: 'ok', advice };
}

export function warn(advice: string): Result {
  return { state: 'warn', advice };
}

export function fail(advice: string): Result {
  return { state: 'fail', advice };
}

/** For the resources of one stack. */
export function makeLook(stackName: string): Look {
  return async (check, look) => {
    try {
      return { check, ...(await look()) };
    } catch (error) {
      if (isMissing(error)) return { check, ...fail(`It is not there: npx cdk deploy ${stackName}`) };
      return { check, ...fail(`could not ask: ${whyOf(error)}`) };
    }
  };
}

/** The services name what is missing in several ways, CloudFormation only in its text. */
function isMissing(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { name, message } = error;
  return /NotFound|DoesNotExist|NonExistent/.test(name) || /^Stack .* does not exist$/.test(message);
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [line = ''] = error.message.split('\n');
  const code = 'code' in error ? String(error.code) : error.name;
  return line === '' ? code : `${error.name}: ${line}`;
}
