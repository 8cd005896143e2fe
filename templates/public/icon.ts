/** The mark, two circles: had once, never twice. */
export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>g{color:#14191a}@media (prefers-color-scheme:dark){g{color:#e9edec}}</style><g fill="currentColor" stroke="currentColor"><circle cx="9" cy="16" r="6" stroke="none"/><circle cx="23" cy="16" r="5.2" fill="none" stroke-width="1.8" stroke-dasharray="2.1 2"/></g></svg>';
