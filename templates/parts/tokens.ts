/** The look's values that mails and pages share (sizes in px; ratios are contrast against paper). */
export const fonts = {
  sans: "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif",
  serif: 'Georgia,serif',
} as const;

export const light = {
  paper: '#ffffff',
  desk: '#f4f6f5',
  ink: '#14191a',
  ink2: '#4b5556',
  line: '#d8dedc',
  marker: '#ffe486',
} as const;

export const dark = {
  paper: '#121516',
  desk: '#1a1e1f',
  ink: '#e9edec',
  ink2: '#a9b3b1',
  line: '#2d3434',
  marker: '#5a4a08',
} as const;

/** What is printed on an accent: white on light's, near black on dark's. */
export const onAccent = { light: '#ffffff', dark: '#0c1110' } as const;

/** Font size and line height. */
export const sizes = {
  small: [14, 21],
  fact: [16, 24],
  text: [17, 26],
  sub: [17, 24],
  button: [18, 24],
  lead: [19, 28],
  aloud: [22, 31],
  title: [28, 34],
} as const;
