import type { Words } from './words.js';

/** The widget's words, in English. */
export const en: Words = {
  title: 'téo customer service',
  close: 'Close',
  back: 'Back',
  home: {
    greeting: (name) => `Hello ${name}`,
    lead: 'How can we help you?',
    newTicket: 'New ticket',
    faq: 'FAQ',
    forum: 'Improvements',
    find: 'I do not know which to choose',
    idea: 'Improvement request',
    ideaText: 'An idea for téo: suggest it in the forum.',
    myTickets: 'My tickets',
    draft: 'Draft in progress',
    waiting: 'Waiting to be sent',
  },
  form: {
    optional: 'optional',
    choose: 'Choose…',
    answersHere: 'If the FAQ has the answer, it will show here while you write.',
    impact: 'What it changes for you',
    send: 'Send the ticket',
    sending: 'Sending…',
    restored: 'We found your draft again.',
    startOver: 'Start over',
    notSent: 'Your ticket has not left yet. Nothing is lost.',
  },
  state: {
    loading: 'Loading…',
    failed: 'This information cannot be shown.',
    offline: 'The server does not answer. Check your connection; what you wrote is kept.',
    signedOut: 'Your téo session could not be verified. Reload the page; what you wrote is kept.',
    retry: 'Try again',
    lost: 'Connection lost. Trying again…',
    request: (id) => `Request ${id}`,
  },
};
