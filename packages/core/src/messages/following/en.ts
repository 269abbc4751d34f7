import type { FollowingCatalogue } from '../catalogue.js';

/** The words that a person reads who follows a ticket, in English. */
export const enFollowing: FollowingCatalogue = {
  services: {
    customer: 'Customer service',
    training: 'Training service',
    sales: 'Sales service',
    technical: 'Technical service',
  },
  priorities: {
    urgent: { name: 'Urgent', definition: 'Feature cannot be used, no alternative' },
    high: { name: 'High', definition: 'Cannot be used, painful alternative' },
    medium: { name: 'Medium', definition: 'Cannot be used, an alternative exists' },
    low: { name: 'Low', definition: 'Inconvenient but working' },
  },
  statuses: {
    new: 'New',
    open: 'In progress',
    pending: 'Waiting for your answer',
    resolved: 'Resolved',
    closed: 'Closed',
    cancelled: 'Cancelled',
  },
  turns: { team: 'The téo team', requester: 'You', nobody: 'Done' },
  verdicts: { confirmed: 'Bug confirmed', not_reproduced: 'Not reproduced', not_a_bug: 'Not a bug' },
  contextKeys: {
    page: 'Page',
    title: 'Page title',
    browser: 'Browser',
    viewport: 'Window size',
    host_version: 'téo version',
    console_errors: 'Latest errors of the page',
    failed_requests: 'Latest failed requests',
  },
  fieldIssues: {
    required: 'This field is needed: fill it in to go on.',
    too_long: 'This text is longer than {limit} characters: shorten it.',
    too_short: 'At least {limit} characters are needed: make it longer.',
    too_guessable: 'Too easy to guess: leave your name and address out of it.',
    already_used: 'This value is already taken: choose another one.',
    in_the_future: 'This date is yet to come: give a day that has passed.',
    too_few: 'At least {limit} is needed.',
    too_many: 'No more than {limit}: remove some.',
    one_line_only: 'Keep it to one line: details have their place further down.',
    not_an_option: 'Choose one of the given answers.',
    images_or_reason: 'Attach at least one screenshot, or say why there is none.',
    not_a_picture:
      'Attach screenshots as pictures here (PNG, JPEG, WebP or GIF); send other files in a message.',
    unknown_file: 'This file is no longer available: attach it again.',
    unknown_ticket: 'No ticket has this reference: check it.',
    unknown_person: 'This person is not of the team: choose another one.',
    unknown_field: 'This ticket type has no such field: remove it.',
    wrong_shape: 'This value does not have the shape that the field expects.',
  },
  erased: '[text erased at the person’s request]',
};
