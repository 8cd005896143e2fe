import { say } from '../../parts/phrase.ts';
import { type Named, who } from './names.ts';

export const answers = {
  agree: say`I’ll do it`,
  agreeAll: say`I’ll do it all`,
  agreeFair: say`and the consequence is fair`,
  agreeFairAll: say`and the consequences are fair`,
  agreePlain: say`as it stands here`,
  consequence: say`I’ll do it`,
  consequenceTalk: say`but let’s talk about the consequence`,
  consequenceSay: say`and this is what should follow, in my words`,
  change: say`Something is not right`,
  changeSay: say`say what, in your own words`,
  forAll: say`Your answer`,
  only: say`Answer only this one`,
  onlyAgree: say`This one: I’ll do it`,
  onlyConsequence: say`This one: let’s talk about the consequence`,
  onlySay: say`This one: I say what should follow`,
  onlyChange: say`This one is not right`,
  notSaid: say`Not what you said? Say so`,
  untilThen: say`Until you answer, nothing counts. Each opens a page where you confirm with one tap; no password.`,
  confirm: say`Each opens a page where you confirm it.`,
  anotherDate: say`Or propose another date`,
  proposeDate: say`Propose another date`,
  inTheWay: say`Something is in the way`,
  tell: (manager: Named) =>
    manager.you ? say`say what, in your own words` : say`tell ${who(manager)}, in your own words`,
  done: say`Done`,
  doneAlready: say`It’s done already`,
  notYet: say`Not yet`,
};
