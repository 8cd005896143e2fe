import { parseArgs } from 'node:util';
import { isAddress, normalAddress } from '../../functions/domain/address.ts';
import { ClearError } from '../local/clear-error.ts';
import { eraseFromTable } from './erase-person.ts';
import { openTable } from './open-table.ts';
import { runCommand } from './run-command.ts';

const USAGE = `npm run erase -- --tenant <slug> --person <address> [--yes] [--table <name>]
Without --yes it only counts.`;

await runCommand(async () => {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { tenant: string, person: string, table: string, yes: { type: 'boolean', default: false } },
  });
  const { tenant, person, yes } = values;
  if (!tenant || !person || !isAddress(normalAddress(person))) throw new ClearError(USAGE);
  const open = openTable(tenant, values.table);
  const erased = await eraseFromTable(open, person, yes);
  open.close();
  console.log(yes ? 'Erased:' : 'Would be erased (say --yes):');
  for (const [what, count] of Object.entries(erased)) console.log(`${String(count).padStart(6)}  ${what}`);
});
