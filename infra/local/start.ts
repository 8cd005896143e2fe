import { runUntilSignal } from './run-until-signal.ts';
import { readSettings } from './settings.ts';
import { startLocal } from './start-local.ts';

await runUntilSignal(async () => startLocal(readSettings(process.env)));
