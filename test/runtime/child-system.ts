import { runUntilSignal } from '../../infra/local/run-until-signal.ts';
import { readSettings } from '../../infra/local/settings.ts';
import { startLocal } from '../../infra/local/start-local.ts';
import { loadSmallSystem } from './small-system.ts';

// What `npm start` runs, with small Lambdas in the place of the real ones.
await runUntilSignal(async () => {
  return startLocal({ ...readSettings(process.env), load: loadSmallSystem });
});
