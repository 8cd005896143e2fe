/**
 * The look's values, for pages, mails and the console alike. Print, pen, marker, pencil: the product speaks in ink (sans),
 * people in pen (serif), celebrations get the marker, and the red pencil is for machines and typos, never for people.
 *
 * Contrast against paper, light and dark: ink 17.8 and 15.6, ink2 7.7 and 8.5, lineStrong (edges of controls) 4.4 and 5.1,
 * fault 7.5 and 9.2; ink on the marker 14.0 and 7.4. `line` never carries meaning. Sizes are px.
 */
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
  lineStrong: '#6f7b7a',
  marker: '#ffe486',
  fault: '#a3241c',
  faultSoft: '#fcf0ee',
} as const;

export const dark = {
  paper: '#121516',
  desk: '#1a1e1f',
  ink: '#e9edec',
  ink2: '#a9b3b1',
  line: '#2d3434',
  lineStrong: '#7d8987',
  marker: '#5a4a08',
  fault: '#ff9d90',
  faultSoft: '#2c1a18',
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
