import { participants } from '../../../functions/domain/parties.ts';
import { duration } from '../../words/en/names.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm, RefusedAlert, typedIn } from '../parts/command-form.tsx';
import { Foretold, LookFirst } from '../parts/foretold.tsx';
import type { Frame } from '../parts/frame.ts';
import { ManagerPage } from '../parts/page.tsx';
import { readerOf } from '../parts/reader.ts';
import { Told } from '../parts/told.tsx';
import { CelebratePart } from './celebrate-part.tsx';
import { FollowsPart } from './follows-part.tsx';
import { LearnPart } from './learn-part.tsx';
import { NextPart } from './next-part.tsx';
import { beginTalk, TALK_FORM, type TalkData, talkFieldName } from './talk-data.ts';

const { checkIn: words, conversation: page } = enPages;

/** The page that lies open during the talk: celebrate, learn, what follows, when next; saved all at once. */
export function CheckInPage(props: { frame: Frame; email: string; data: TalkData; acting: Acting }) {
  const { frame, email, data, acting } = props;
  const { conversation, talk } = data;
  const reader = readerOf(conversation, conversation.manager, data.now);
  const typed = typedIn(acting, TALK_FORM, beginTalk(data));
  const part = { data, reader, typed };
  const others = participants(conversation).map(({ id }) => reader.named(id));
  return (
    <ManagerPage frame={frame} title={words.title(conversation.title)} email={email}>
      <RefusedAlert acting={acting} nameOf={(path) => talkFieldName(conversation, path)} />
      <header>
        <p class="small">
          <a href={`/conversations/${conversation.id}`}>{page.back}</a>
        </p>
        <p class="quiet">
          <Told
            phrase={
              talk ? words.lead(reader.moment(talk.at), duration(talk.minutes), others) : words.noTalk(others)
            }
          />
        </p>
        <h1 dir="auto">{conversation.title}</h1>
      </header>
      <nav class="talk-nav" aria-label={words.parts}>
        <ol>
          {(['celebrate', 'learn', 'follows', 'next'] as const).map((id) => (
            <li key={id}>
              <a href={`#${id}`}>{words.nav[id]}</a>
            </li>
          ))}
        </ol>
      </nav>
      <CommandForm acting={acting} type={TALK_FORM} about="">
        <CelebratePart {...part} />
        <LearnPart {...part} />
        <FollowsPart {...part} />
        <NextPart {...part}>
          <Foretold acting={acting} form={TALK_FORM} />
          <div class="row">
            <button type="submit" class="primary">
              {words.save}
            </button>
            <LookFirst acting={acting} to="next" />
          </div>
          <p class="small quiet">{words.saveNote}</p>
        </NextPart>
      </CommandForm>
    </ManagerPage>
  );
}
