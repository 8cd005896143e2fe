/**
 * What every page needs around its content: where the style sheet and the icon are, and whose page it is. `signOut`: the
 * anti-forgery token of the button that signs out, where somebody is signed in.
 */
export type Frame = { css: string; icon: string; tenant: string; signOut?: string };
