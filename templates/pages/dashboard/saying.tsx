import type { Child } from 'hono/jsx';
import type { Thing } from '../../../functions/domain/overview/things.ts';
import type { Row, RowNeed } from '../../../functions/domain/row.ts';
import type { ListReader } from './list-reader.ts';
import { OfWhich, type TokenOf } from './one-tap.tsx';

export type NeedOf<C extends RowNeed['code']> = Extract<RowNeed, { code: C }>;
export type ThingProps = { thing: Thing; reader: ListReader; tokenOf: TokenOf };
/** What is told of one thing. */
export type Saying = { head: Child; words?: Child; quiet?: Child; acts: Child };

export const pageOf = (row: Row) => `/conversations/${row.conversation}`;

/** A link that looks like what it leads to; its whole name says of which conversation it is one of many. */
export function Leads(props: { to: string; label: string; row: Row; plain?: boolean }) {
  return (
    <a class={props.plain ? 'button plain' : 'button'} href={props.to}>
      {props.label}
      <OfWhich row={props.row} />
    </a>
  );
}
