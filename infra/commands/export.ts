import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isAddress, normalAddress } from '../../functions/domain/address.ts';
import { ClearError } from '../local/clear-error.ts';
import { exportPerson } from './export-person.ts';
import { openTable } from './open-table.ts';
import { runCommand } from './run-command.ts';

const USAGE = 'npm run export -- --tenant <slug> --person <address> [--out file.json] [--table <name>]';

await runCommand(async () => {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({ options: { tenant: string, person: string, out: string, table: string } });
  const { tenant, person, out } = values;
  if (!tenant || !person || !isAddress(normalAddress(person))) throw new ClearError(USAGE);
  const open = openTable(tenant, values.table);
  const file = await exportPerson(open, person);
  open.close();
  const json = `${JSON.stringify(file, undefined, 2)}\n`;
  if (out === undefined) process.stdout.write(json);
  else {
    // Only for whoever runs it: it is one person's file.
    writeFileSync(out, json, { mode: 0o600, flag: 'wx' });
    console.error(`${out}: ${file.conversations.length} conversations`);
  }
});
