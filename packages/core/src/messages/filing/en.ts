import type { FilingCatalogue } from '../catalogue.js';

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

/** The words that a person reads who files a ticket, in English. */
export const enFiling: FilingCatalogue = {
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
    mishandling: {
      name: 'Mishandling',
      when: 'Something done by mistake: an import, an export, hours changed too late. How do you go back?',
      fields: {
        subject: {
          label: 'The mishap in one sentence',
          hint: 'The title under which you will find it in your tickets.',
        },
        mishap: {
          label: 'What kind of mishap is it?',
          hint: '',
          options: {
            import: 'An import',
            export: 'An export',
            session_hours: 'Session hours changed after the attendance sheet went out',
            other: 'Something else',
          },
        },
        module: { label: 'In which téo module?', hint: '', options: modules },
        done: {
          label: 'What did you do?',
          hint: 'Each gesture, in order, and on which records or files.',
        },
        doneWhen: { label: 'When?', hint: 'The day and the hour, even roughly.' },
        restore: {
          label: 'What should be restored?',
          hint: 'The state before, and what was entered since and must stay.',
        },
        screenshots: { label: 'Screenshots', hint: 'Before and after, if you have them.' },
      },
    },
    usage_question: {
      name: 'Usage question',
      when: 'A task, a figure, a téo edit merge field, a payment schedule: how is it done in téo?',
      fields: {
        subject: {
          label: 'Your question in one sentence',
          hint: 'The title under which you will find it in your tickets.',
        },
        about: {
          label: 'What is it about?',
          hint: '',
          options: {
            gesture: 'A task: how to do it',
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
    training_follow_up: {
      name: 'Training follow-up',
      when: 'Something that follows from a téo training course you attended: a point, a document, a remark.',
      fields: {
        subject: {
          label: 'Your request in one sentence',
          hint: 'The title under which you will find it in your tickets.',
        },
        training: {
          label: 'After which training course?',
          hint: 'The téo training courses of your organization.',
        },
        about: {
          label: 'What is it about?',
          hint: '',
          options: {
            practice: 'Putting it into practice',
            content: 'A point of the programme to go over again',
            documents: 'A handout or a document',
            complaint: 'A complaint',
            other: 'Something else',
          },
        },
        request: {
          label: 'What would you like?',
          hint: 'The training service answers; your request is part of our Qualiopi quality follow-up.',
        },
        alreadyTried: {
          label: 'What have you tried so far?',
          hint: 'It saves you from hearing the same advice again.',
        },
        screenshots: { label: 'Screenshots', hint: 'If a picture says it better.' },
      },
    },
    rnd: {
      name: 'R&D',
      when: 'Feedback on a feature under development that your organization tests.',
      fields: {
        subject: {
          label: 'Your feedback in one sentence',
          hint: 'The title under which you will find it in your tickets.',
        },
        feature: {
          label: 'On which feature under test?',
          hint: 'Those that your organization is trying out now.',
        },
        remark: {
          label: 'What kind of feedback is it?',
          hint: '',
          options: {
            bug: 'Something does not work',
            difficulty: 'Something is hard to understand',
            suggestion: 'An idea to improve it',
            satisfaction: 'What you like',
          },
        },
        description: {
          label: 'Tell us about it',
          hint: 'What you were doing, what happened, what you think of it.',
        },
        expected: { label: 'What did you expect?', hint: 'What téo should have done.' },
        screenshots: { label: 'Screenshots', hint: 'If a picture says it better.' },
      },
    },
  },
  notices: {
    guided_roll_back:
      'We never edit databases directly: we guide you step by step to go back, where that is possible.',
  },
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
};
