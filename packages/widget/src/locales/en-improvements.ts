import type { ForumWords } from './words.js';

const number = new Intl.NumberFormat('en-GB');
const many = (count: number, one: string, several: string) =>
  `${number.format(count)} ${count === 1 ? one : several}`;

const as = (next: string) => (/^[aeiou]/i.test(next) ? 'As an ' : 'As a ');

/** The words of the improvement forum: requests, votes, decisions, the roadmap. They come with it and not before. */
export const enImprovements: ForumWords = {
  statuses: {
    submitted: 'Waiting for a decision',
    planned: 'Planned',
    in_progress: 'In progress',
    postponed: 'Postponed',
    implemented: 'Implemented',
    not_selected: 'Not selected',
  },
  sentence: {
    role: (next) => as(next),
    need: () => ', I would like that ',
    purpose: () => ' in order to ',
  },
  wish: (need) => `${need.slice(0, 1).toUpperCase()}${need.slice(1)}`,
  asAndFor: (role, purpose) => `${as(role)}${role}, in order to ${purpose}`,
  request: (of) => `Request ${of}`,
  wanted: (votes, organizations, mine, ours) => {
    if (votes === 0) return 'Nobody supports it yet';
    const people = `${many(votes, 'person', 'people')} of ${many(organizations, 'organization', 'organizations')}`;
    if (ours === 0) return people;
    return ours === 1 && mine ? `${people}, you among them` : `${people}, ${number.format(ours)} of yours`;
  },
  vote: 'I want this too',
  voteFor: (need) => `I want this too: ${need}`,
  voted: 'You wanted this too.',
  comments: (count) => many(count, 'comment', 'comments'),
  overdue: 'No decision for over a month',
  dueBy: (date) => `First decision due by ${date}`,
  wasDueBy: (date) =>
    `We promise a decision within a month: the first one was due by ${date}. This request will be looked at in the next review.`,
  decidedIn: (month) => `Decided in the review of ${month}`,
  goesOn: 'This request asks for the same as another one, in which it goes on:',
  hidden: (reason) => `The téo team has hidden this request: ${reason}`,
  list: {
    propose: 'Suggest an improvement',
    roadmap: 'Roadmap',
    search: 'Search the requests',
    filters: 'Filter and sort',
    whose: 'Requests',
    ofWhom: {
      all: 'All requests',
      mine: 'My requests',
      organization: 'Requests of my organization',
      voted: 'Those I support',
      voted_organization: 'Those my organization supports',
      followed: 'Those I follow',
    },
    module: 'Module',
    anyModule: 'All modules',
    status: 'Status',
    anyStatus: 'All statuses',
    late: 'Undecided for over a month',
    sort: 'Order',
    sorts: { votes: 'Most supported', newest: 'Newest', decided: 'Recently decided' },
    total: (count) => (count === 0 ? 'No requests' : many(count, 'request', 'requests')),
    atLeast: (count) => `At least ${many(count, 'request', 'requests')}`,
    more: 'Show more',
    empty: 'No request here',
    emptyText: 'Try fewer words or filters, or suggest yours.',
    clear: 'Remove the filters',
  },
  view: {
    heading: 'Improvements',
    by: (who, date) => `Suggested by ${who} on ${date}`,
    you: 'you',
    someone: 'somebody of another organization',
    erased: '[text erased at the person’s request]',
    follow: 'Follow this request',
    followHint: 'You will be told of each decision, without a vote.',
    told: 'You will be told of each decision.',
    decision: 'Decision',
    history: 'All decisions',
    submitted: 'Request submitted',
    release: (name) => `Available in téo ${name}`,
    article: 'How it works:',
    fresh: 'Your request is published. Thank you!',
    freshText: (date) => `The team will look at it and tell you what it decides, and why, by ${date}.`,
    merged: 'These ask for the same and go on here',
  },
  fit: {
    question: 'Does it do what you needed?',
    yes: 'Yes',
    no: 'No',
    noted: 'Thank you, noted.',
    remark: 'Would you like to say more? (optional)',
    send: 'Send this remark',
  },
  talk: {
    title: 'Comments',
    none: 'No comments yet.',
    team: 'téo team',
    answer: 'Answer of the team',
    hidden: 'This comment was hidden by the téo team.',
    hiddenBecause: (reason) => `Reason: ${reason}`,
    more: 'Show the next comments',
    write: 'Your comment',
    writeHint: 'All téomasters will read it. Only your organization and the téo team see your name.',
    send: 'Publish the comment',
    sending: 'Sending…',
  },
  writing: {
    heading: 'Suggest an improvement',
    lead: 'A request is one sentence. All téomasters will read it, without your name outside your organization.',
    role: 'As a',
    roleHint: 'What you do: “head of training”',
    need: 'I would like that',
    needHint: 'What you need: “the calendar shows a week for each trainer”',
    purpose: 'in order to',
    purposeHint: 'What it gives you: “see at a glance who is free”',
    module: 'In which téo module?',
    preview: 'Your request:',
    send: 'Publish the request',
    sending: 'Sending…',
    notSent: 'Your request has not left yet. Nothing is lost.',
    bug: 'Is something not working?',
    ticket: 'File a ticket instead',
  },
  similar: {
    title: 'Close requests',
    waiting: 'If somebody has asked for the same already, their request will show here.',
    none: 'Nobody has asked for this yet.',
    alike: 'Probably the same',
    found: (count) => many(count, 'close request found', 'close requests found'),
    unavailable: 'Close requests cannot be shown right now. Yours can go without them.',
    joined: (of, people) => `Noted: request ${of} counts your vote. It is supported by ${people}.`,
    see: 'See this request',
    addWords: 'Add my words to it as a comment',
    kept: 'What you wrote is kept here.',
  },
  roadmap: {
    heading: 'Roadmap',
    lead: 'Once a month the téo team looks at the requests, and gives the reason for each of its choices.',
    whose: { all: 'All requests', me: 'Those I support', organization: 'Those of my organization' },
    since: 'Decided',
    periods: { any: 'At any time', quarter: 'In the last three months', year: 'In the last year' },
    waiting: (count) =>
      count === 0
        ? 'No request waits for a decision.'
        : `${many(count, 'request waits', 'requests wait')} for a first decision`,
    late: (count) =>
      count === 0 ? 'none for over a month.' : `${number.format(count)} of them for over a month.`,
    seeLate: 'See the overdue requests',
    last: (month, date, count) =>
      `Last review: ${month}, published on ${date} with ${many(count, 'decision', 'decisions')}.`,
    none: 'No requests.',
    all: (count) => `See the ${number.format(count)} requests`,
  },
  notices: {
    title: (month) => `Review of ${month}: what becomes of your requests`,
    several: 'What the team decided of your requests',
    why: { author: 'You suggested it', voted: 'You support it', followed: 'You follow it' },
    others: (count) => `See ${many(count, 'other', 'others')}`,
    fits: 'Tell us whether it does what you needed',
    dismiss: 'I have read this',
  },
};
