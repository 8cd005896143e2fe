import type { Deps } from './deps.ts';
import { type FreeTimesDeps, makeFreeTimes } from './free-times.ts';
import { makeCommands } from './manager-commands.ts';
import { makeAct } from './participant-act.ts';
import { makeShares } from './shares.ts';
import { makeSubmit } from './submit.ts';

/** What reads and decides what people write: loaded by the first who does, for most requests only look. */
export function makeWriting(deps: Deps & FreeTimesDeps) {
  return {
    submit: makeSubmit(deps),
    ...makeCommands(deps),
    act: makeAct(deps),
    shares: makeShares(deps),
    ...makeFreeTimes(deps),
  };
}
