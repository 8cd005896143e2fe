/**
 * What every page needs around its content: where its files are (the script is the managers'), and whose page it is. `signOut`:
 * the anti-forgery token of the button that signs out, where somebody is signed in.
 */
export type Frame = { css: string; icon: string; script: string; tenant: string; signOut?: string };
