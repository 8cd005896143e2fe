import type { Row } from '../domain/row.ts';

/** Puts a conversation into its manager's list; an older row never replaces a newer one, nor one that was removed. */
export type PutRow = (manager: string, row: Row) => Promise<void>;
/** Puts a row unless it stands there, as of a moment ago: for repair. A read costs a tenth of a write or less. */
export type FreshenRow = PutRow;
/** Takes a row out of a list, and keeps one of an older version from coming back. */
export type RemoveRow = (
  manager: string,
  row: Pick<Row, 'conversation' | 'version' | 'recordedAt'>,
) => Promise<void>;

/** With `find`, at most so many rows are looked through at a time. */
export const SEARCHED_ROWS = 250;
/** `of`: only the open ones, only the ended ones, or shares, which stand in no other list. `find`: only those in whose `find` every one of these stands. */
export type RowPage = {
  limit: number;
  after?: string | undefined;
  of?: 'open' | 'ended' | 'shared' | undefined;
  find?: readonly string[] | undefined;
};
/**
 * Open ones before ended ones, each newest first. `after` is what the page before answered; undefined when nothing follows;
 * anything else ends the list. With `find` a page can be short or empty and still go on.
 */
export type ListRows = (
  manager: string,
  page: RowPage,
) => Promise<{ rows: readonly Row[]; after: string | undefined }>;
