import type { SendingWords } from './words.js';

/** The words that sending a ticket asks for, and nothing before it does. */
export const enSending: SendingWords = {
  form: {
    addStep: 'Add a step',
    step: (number) => `Step ${number}`,
    removeStep: (number) => `Remove step ${number}`,
    moveUp: (number) => `Move step ${number} up`,
    pickFiles: 'Choose files',
    capture: 'Capture this tab',
    ownCapture: 'A screenshot (Print Screen, Shift + Cmd + 4) can be pasted or dropped here, too.',
    annotate: (name) => `Annotate ${name}`,
    dropFiles: 'or drop them, or paste them here: images, PDF, documents, CSV, videos of the screen',
    image: (name) => `Image: ${name}`,
    removeFile: (name) => `Remove ${name}`,
    uploading: (name) => `Sending ${name}…`,
    uploaded: (part, size) => `${part} of ${size}`,
    arrived: (name) => `${name} is attached.`,
    cancelUpload: (name) => `Stop sending ${name}`,
    uploadFailed: (name, why) => `${name} could not be attached. ${why}`,
    notKept: (name) =>
      `Your browser has no room left to keep ${name}: leave this page open until it has arrived. Your text is kept.`,
    tryUploadAgain: (name) => `Try ${name} again`,
    refusals: {
      type: 'Attach an image (PNG, JPEG, WebP, GIF), a PDF, a Word, Excel, PowerPoint or OpenDocument document, a text, a CSV, or an MP4 or WebM video.',
      empty: 'This file is empty: choose another one.',
      size: (most) => `It is over ${most}, the limit for this kind of file: make it lighter or split it.`,
      count: (limit) => `No more than ${limit} files: remove one first.`,
    },
    held: 'Being checked for viruses: you can send already.',
    infected: 'The virus scanner has found it dangerous: remove it.',
    noneBecause: 'No screenshot? Tell us why',
    before: 'Before you send',
    priority: (name) => `Priority: ${name}`,
    target: (date) => `We aim for a solution before ${date}.`,
    days: (count, working) =>
      `${count} ${working ? 'working' : 'calendar'} days from now; the clock stops while we wait for your answer.`,
    answerImpact: 'Answer the questions above: the priority and the target date will show here.',
    context: 'This information goes along with your ticket',
    contextHint: 'It saves us from asking you for it. Take out what you would rather not send.',
    takeOut: (item) => `Take out: ${item}`,
    putBack: (item) => `Put back: ${item}`,
    takenOut: 'Taken out: will not be sent',
    errors: (count) =>
      count > 1 ? `${count} points to look at before sending` : 'One point to look at before sending',
    impactMissing: 'Answer this question: the priority depends on it.',
    waits: 'Your ticket waits here: nothing is lost.',
    waitsText: 'It will leave by itself as soon as possible, once, even if you reload the page.',
    tryNow: 'Try now',
    takeBack: 'Take it back',
  },
  finding: {
    led: 'Your answers led here.',
    change: 'Not the right form',
    questions: {
      happening: { title: 'What is happening?', text: 'Choose what is most like your situation.' },
      on_trial: {
        title: 'Is it on trial?',
        text: 'Your organization tests a feature under development. Is that where it happens?',
      },
      after_course: {
        title: 'Was it in a training course?',
        text: 'Your organization has attended a téo training course. Did it deal with what you would like to do?',
      },
    },
    answers: {
      broken: {
        name: 'Something does not work',
        when: 'An error message, a screen that is stuck, a wrong result.',
      },
      mistake: {
        name: 'I would like to go back',
        when: 'I made an import, an export or a change that I should not have made.',
      },
      how_to: {
        name: 'I do not know how to do it',
        when: 'A task, a figure to understand, a setting.',
      },
      about_course: {
        name: 'It is about a training course',
        when: 'A point to go over again, a document, a remark after a téo course.',
      },
      about_trial: {
        name: 'I have something to say of a trial',
        when: 'What you think of a feature that your organization tries out.',
      },
      on_trial: { name: 'Yes', when: 'In a feature that we test.' },
      not_on_trial: { name: 'No', when: 'Elsewhere in téo, or I do not know.' },
      in_course: { name: 'Yes', when: 'The course dealt with it.' },
      not_in_course: { name: 'No', when: 'It did not, or I no longer know.' },
    },
  },
  filed: {
    title: (reference) => `Ticket ${reference} sent`,
    next: 'The team will read it and answer you here. You can follow each step from “My tickets”.',
    see: 'See the ticket',
    another: 'Back to the start',
  },
};
