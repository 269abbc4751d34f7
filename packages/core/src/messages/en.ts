import type { Catalogue } from './catalogue.js';

const modules = {
  directory: 'Directory',
  calendar: 'Calendar',
  training_files: 'Training files',
  invoicing: 'Invoicing',
  steering: 'Steering',
  documents: 'Documents',
  communication: 'Communication',
  administration: 'Admin',
} as const;

/** The words of the domain, in English. */
export const en: Catalogue = {
  locale: 'en',
  ticketTypes: {
    malfunction: {
      name: 'Malfunction',
      when: 'A bug: an error is shown, a screen is stuck, a feature no longer responds.',
      fields: {
        subject: {
          label: 'The problem in one sentence',
          hint: 'The title under which you will find it in your tickets.',
        },
        module: { label: 'In which téo module?', hint: '', options: modules },
        description: {
          label: 'What is happening?',
          hint: 'Be precise: which session, document or person is concerned, and since when.',
        },
        steps: {
          label: 'How can we reproduce it?',
          hint: 'One action a line, in order. We will follow them to the letter when we test.',
        },
        expected: { label: 'What did you expect?', hint: 'What téo should have done.' },
        observed: { label: 'What did you get?', hint: 'What téo did instead.' },
        errorText: { label: 'Error message or code', hint: 'Copy it as it stands, if there is one.' },
        screenshots: {
          label: 'Screenshots',
          hint: 'Pick, drop or paste images. They often save us a whole day.',
        },
      },
    },
    usage_question: {
      name: 'Usage question',
      when: 'A gesture, a figure, a téo edit merge field, a payment schedule: how is it done in téo?',
      fields: {
        subject: {
          label: 'Your question in one sentence',
          hint: 'The title under which you will find it in your tickets.',
        },
        about: {
          label: 'What is it about?',
          hint: '',
          options: {
            gesture: 'A gesture: how to do it',
            figure: 'A figure: where it comes from',
            merge_field: 'A téo edit merge field',
            payment_schedule: 'Setting up a payment schedule',
            other: 'Something else',
          },
        },
        module: { label: 'In which téo module?', hint: '', options: modules },
        question: {
          label: 'What would you like to do?',
          hint: 'Tell us the need behind the question: we will look for the best setting together.',
        },
        alreadyTried: {
          label: 'What have you tried so far?',
          hint: 'It saves you from hearing the same advice again.',
        },
        screenshots: { label: 'Screenshots', hint: 'If a picture says it better.' },
      },
    },
  },
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
  impact: {
    usableQuestion: 'Can you use the feature?',
    usableYes: 'Yes, but it is inconvenient',
    usableNo: 'No, it is impossible',
    alternativeQuestion: 'Is there another way to get it done?',
    alternatives: {
      none: 'No, none',
      painful: 'Yes, but it is painful',
      acceptable: 'Yes, acceptable for the time being',
    },
  },
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
    too_few: 'At least {limit} is needed.',
    too_many: 'No more than {limit}: remove some.',
    one_line_only: 'Keep it to one line: details have their place further down.',
    not_an_option: 'Choose one of the given answers.',
    images_or_reason: 'Attach at least one screenshot, or say why there is none.',
    unknown_file: 'This file is no longer available: attach it again.',
    unknown_field: 'This ticket type has no such field: remove it.',
    wrong_shape: 'This value does not have the shape that the field expects.',
  },
  rejections: {
    fields_invalid: 'Some fields need another look. Nothing is lost: mend them and send again.',
    staff_only: 'Only the téo team can do this.',
    teomaster_only: 'Only the téomaster who follows the ticket can do this.',
    not_your_organization: 'This ticket belongs to another organization.',
    wrong_status: 'This cannot be done while the ticket is “{status}”.',
    ticket_exists: 'This ticket is already on record.',
    ticket_missing: 'This ticket does not exist.',
    type_not_tested: 'Only malfunctions have a reproduction test.',
    verdict_not_confirmed:
      'A transfer to the technical service needs a reproduction test with the verdict “Bug confirmed”.',
    already_transferred: 'This ticket was already transferred to the technical service.',
    assignee_not_in_service:
      'This person does not belong to the chosen service: choose one or the other again.',
  },
  erased: '[text erased at the person’s request]',
};
