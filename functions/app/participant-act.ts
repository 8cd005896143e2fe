import { participantCommandSchema } from '../domain/commands.ts';
import { readFields } from '../domain/read-fields.ts';
import { carryOut } from './carry-out.ts';
import { changeConversation } from './change-conversation.ts';
import type { Deps } from './deps.ts';
import { answerCaps, overLimit } from './limits.ts';
import { holds } from './links.ts';
import { opened, personalView } from './open-link.ts';
import { invalid, NOT_FOUND } from './refused.ts';
import type { UseCases } from './use-cases.ts';

/** What a person says through their link. */
export function makeAct(deps: Deps): UseCases['act'] {
  return async (token, input) => {
    const open = await opened(deps, token);
    if (!open) return NOT_FOUND;
    const read = readFields(participantCommandSchema, input);
    if ('errors' in read) return invalid(read.errors);
    const { link } = open;
    const over = await overLimit(deps.store.countUp, answerCaps(link.conversation, link.person), deps.now());
    if (over) return { refused: over };
    const changed = await changeConversation(deps, link.conversation, (conversation, stored) =>
      holds(link, conversation, deps.now())
        ? carryOut(deps, { command: read.data, by: link.person }, {})(conversation, stored)
        : { stop: NOT_FOUND },
    );
    if (!changed) return NOT_FOUND;
    if ('stop' in changed) return changed.stop;
    return { ok: await personalView(deps, changed.conversation, changed.stored, link) };
  };
}
