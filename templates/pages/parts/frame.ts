/** What every page needs around its content: where the style sheet and the icon are, and whose page it is. */
export type Frame = { css: string; icon: string; tenant: string };
