import { MANAGER, ZONE } from '../minute/story.ts';

const BASE = {
  timezone: ZONE,
  manager: { name: 'Dana Johnson', email: MANAGER.email },
  checkIn: { at: '2027-01-21T10:00', minutes: 15 },
};

/** One participant who says yes and then nothing more. */
export const SILENT = {
  ...BASE,
  title: 'Forecasts that come too late to be of use',
  participants: [{ name: 'Sam Rivera', email: 'sam@northwind.example' }],
  whatHappened: 'Three weeks in a row the forecast came on Thursday. It is for Wednesday.',
  neverAgain:
    'It is sent on Tuesday night with what is known then. A guess on Tuesday beats a number on Thursday.',
  commitments: [
    {
      owner: 'sam@northwind.example',
      action: 'Send the forecast with what is known by then',
      dueBy: '2027-01-12T17:00',
      consequence: 'We do it once side by side, from start to end',
      celebration: 'A long coffee together',
    },
  ],
};

/** Words from right to left, and an address that takes no mail. */
export const OTHER_SCRIPT = {
  ...BASE,
  title: 'شحنات تغادر دون فحص',
  participants: [
    { name: 'ليلى حسن', email: 'layla@northwind.example' },
    { name: 'Noor van den Berg-Achterhuis', email: 'bounce.noor@northwind.example' },
  ],
  whatHappened: 'غادرت شحنتان يوم الخميس دون فحص، واتصل العميل بنا قبل أن نعرف.',
  neverAgain: 'لا تغادر شحنة قبل أن يوقّع شخص ثانٍ على ورقة الفحص.',
  commitments: [
    {
      owner: 'layla@northwind.example',
      action: 'أعلّق ورقة الفحص عند باب التحميل، بالعربية والإنجليزية',
      dueBy: '2027-01-15T12:00',
      consequence: 'نفحص معًا كل صباح لمدة أسبوع',
      celebration: 'قهوة مع الفريق كله',
    },
    {
      owner: 'bounce.noor@northwind.example',
      action: 'Sign every sheet before the doors close',
      dueBy: '2027-01-18',
    },
  ],
};

const NAMES = [
  'Ada',
  'Bram',
  'Chidi',
  'Dilnoza',
  'Eino',
  'Farid',
  'Gwen',
  'Hanako',
  'Ines',
  'Jun',
  'Kwame',
  'Lou',
];
const addressOf = (name: string) => `${name.toLowerCase()}@northwind.example`;

/** As many people as come to one talk, each with something to do. */
export const CROWDED = {
  ...BASE,
  title: 'The night shift hands over a line that does not run, and nobody writes down why',
  participants: NAMES.map((name) => ({ name: `${name} Example-Lastname`, email: addressOf(name) })),
  whatHappened:
    'On four mornings the line stood still until ten: the day shift had to find out first what was wrong.',
  neverAgain:
    'Nobody leaves before the one who takes over has seen the line run, or has read why it does not.',
  commitments: NAMES.map((name, n) => ({
    owner: addressOf(name),
    action: `Write the hand-over sheet of station ${n + 1} and walk it through with whoever comes next`,
    dueBy: `2027-01-${27 + (n % 3)}T17:00`,
    consequence: 'We do it once side by side, from start to end',
  })),
  checkIn: { at: '2027-02-01T10:00', minutes: 30, where: 'At the line' },
};

/** One participant who chooses something else, and says so. */
export const FIRMER = {
  ...BASE,
  title: 'The hand-over sheet that stays in the drawer',
  participants: [{ name: 'Uma Sandberg', email: 'uma@northwind.example' }],
  whatHappened: 'Twice this week the night shift began without knowing that pump 4 runs hot.',
  neverAgain: 'Nobody goes home before the next shift has the sheet in hand.',
  commitments: [
    {
      owner: 'uma@northwind.example',
      action: 'Fill in the hand-over sheet and give it to the night shift',
      dueBy: '2027-01-25T17:00',
      evidence: 'The sheet of the day hangs by the door, with two names on it',
      consequence: 'We do the next one side by side',
    },
  ],
  checkIn: { at: '2027-02-02T10:00', minutes: 15 },
};

/** A form with what a coach has something to say about, on a topic that was talked about before. */
export const COACHED = {
  title: 'Forecasts, late again',
  timezone: ZONE,
  'manager.name': 'Dana Johnson',
  'participants[0].name': 'Sam Rivera',
  'participants[0].email': 'sam@northwind.example',
  whatHappened: 'It came on Wednesday at noon.',
  neverAgain: 'It goes out by itself.',
  'commitments[0].owner': 'manager',
  'commitments[0].action': 'Answer questions about the numbers within a day',
  'commitments[0].dueBy': '28 January',
  'commitments[1].owner': 'participants[0]',
  'commitments[1].action': 'Send the forecast on Tuesday and tell the planners what changed',
  'commitments[1].dueBy': '26 January',
  'commitments[1].evidence': 'The planners have it on Wednesday morning',
  'commitments[1].consequence': 'No bonus this quarter',
  'commitments[2].owner': 'participants[0]',
  'commitments[2].action': 'Try to fix the export ASAP',
  'commitments[2].dueBy': '31 March',
  'checkIn.at': '29 January 10:00',
  'checkIn.minutes': '15',
  overlooked: 'Nobody had asked why it needs three days.',
  again: 'yes',
};

/** The topic of an earlier one with the same person. */
export const AGAIN = {
  ...BASE,
  title: 'Forecasts that come too late to be of use',
  participants: SILENT.participants,
  whatHappened: 'This week it came on Wednesday at noon.',
  neverAgain: 'It goes out by itself on Tuesday night.',
  commitments: [
    {
      owner: 'sam@northwind.example',
      action: 'Set the forecast to send itself on Tuesdays',
      dueBy: '2027-01-26T17:00',
      celebration: 'We cross it off together',
    },
  ],
  checkIn: { at: '2027-01-29T10:00', minutes: 15 },
};
