import type { Commitment, Conversation } from '../../../functions/domain/conversation.ts';
import { choseOf } from '../../../functions/domain/tone.ts';
import { phraseText } from '../../mail/phrase-text.ts';
import type { Block } from '../../mail/view.ts';
import { enPages } from '../../words/en-pages.ts';
import { type Acting, CommandForm } from '../parts/command-form.tsx';
import type { DraftData } from '../parts/conversation-data.ts';
import type { Reader } from '../parts/reader.ts';
import { Quote, Told } from '../parts/told.tsx';

const { tone: words } = enPages;

/** A piece of the mail as it would read; its buttons are its reader's, and stay out. */
function Piece({ block }: { block: Block }) {
  switch (block.is) {
    case 'quote':
      return (
        <p class="quote">
          <Quote words={block.words} />
          {block.by && (
            <span class="by">
              <Told phrase={block.by} />
            </span>
          )}
        </p>
      );
    case 'heading':
      return (
        <p>
          <strong>
            <Told phrase={block.of} />
          </strong>
        </p>
      );
    case 'facts':
      return (
        <dl class="facts small">
          {block.rows.map(({ label, value }) => (
            <div key={phraseText(label)}>
              <dt>
                <Told phrase={label} />
              </dt>
              <dd>
                <Told phrase={value} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case 'paragraph':
    case 'answers':
    case 'links':
    case 'rule':
      return null;
  }
}

function Choose({ draft, acting, id }: { draft: DraftData; acting: Acting; id: Commitment['id'] }) {
  return (
    <CommandForm acting={acting} type="choose-tone" about={id} hidden={{ commitment: id, step: draft.step }}>
      <div class="row">
        <button type="submit" name="tone" value="firmer">
          {words.send}
        </button>
        <button type="submit" class="plain" name="tone" value="plain">
          {words.keep}
        </button>
      </div>
    </CommandForm>
  );
}

/** The next mail in the words of a step that leave only when the manager presses for them (source B). */
export function ToneDraft(props: {
  commitment: Commitment;
  conversation: Conversation;
  draft: DraftData;
  acting: Acting;
  reader: Reader;
}) {
  const { commitment, conversation, draft, acting, reader } = props;
  const { toneChosen } = commitment;
  const { count, saidAt } = choseOf(conversation, commitment);
  const owner = reader.named(commitment.owner);
  const chosen = toneChosen?.step === draft.step ? toneChosen.tone : 'none';
  return (
    <details class="fold" open={chosen === 'none'}>
      <summary>
        <b>{words.draftTitle}</b>
        <span>{words.chosen[chosen]}</span>
      </summary>
      <div class="stack">
        <p class="small quiet">
          <Told phrase={words.draftWhy(owner, count, saidAt && reader.day(saidAt))} />{' '}
          <Told phrase={words.leaves(reader.dayTime(draft.at), owner)} />
        </p>
        <p>
          <strong>
            <Told phrase={draft.view.subject} />
          </strong>
        </p>
        <p>
          <Told phrase={draft.view.lead} />
        </p>
        {draft.view.blocks.map((block) => (
          <Piece key={JSON.stringify(block)} block={block} />
        ))}
        <Choose draft={draft} acting={acting} id={commitment.id} />
      </div>
    </details>
  );
}
