import { parseArgs } from 'node:util';
import { type Instant, instant } from '../../functions/domain/instant.ts';
import { ClearError } from '../local/clear-error.ts';
import { checkRestored } from './check-restored.ts';
import { openTable } from './open-table.ts';
import { runCommand } from './run-command.ts';

const USAGE = `npm run restore-check -- --tenant <slug> [--table <name>] [--settle <moment, such as 2027-01-15T17:00:00Z>]
Lists what would leave at once after a restore; --settle marks what was due before that moment, so that it never leaves.`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: { tenant: { type: 'string' }, table: { type: 'string' }, settle: { type: 'string' } },
  });
  if (!values.tenant) throw new ClearError(USAGE);
  const open = openTable(values.tenant, values.table);
  const settle = values.settle === undefined ? undefined : momentOf(values.settle, open.table.now());
  const report = await checkRestored(open, settle);
  for (const line of report.lines) console.log(line);
  console.log(
    [
      `${report.conversations} conversations in ${open.table.name}`,
      `${report.due} deliveries ${settle === undefined ? 'would leave at once' : 'settled as not to be sent'}`,
      `${report.doubtful} mails of unknown outcome ${settle === undefined ? 'could leave again' : 'settled'}`,
      `${report.silences} commitments that silence closes on the next wake (check them with their managers)`,
    ].join('\n'),
  );
  open.close();
  if (report.unsettled.length > 0)
    throw new ClearError(`Not settled, somebody is writing: ${report.unsettled.join(', ')}. Run it again.`);
});

function momentOf(text: string, now: Instant): Instant {
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) throw new ClearError(`--settle: ${text} is no moment such as 2027-01-15T17:00:00Z.`);
  if (at > now) throw new ClearError('--settle: that moment is still ahead; what is due then must leave.');
  return instant(at);
}
