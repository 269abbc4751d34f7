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
    annotate: (name) => `Annotate ${name}`,
    dropFiles: 'or drop them, or paste them here: images, PDF, documents, CSV, videos of the screen',
    image: (name) => `Image: ${name}`,
    removeFile: (name) => `Remove ${name}`,
    uploading: (name) => `Sending ${name}…`,
    uploaded: (part, size) => `${part} of ${size}`,
    arrived: (name) => `${name} is attached.`,
    cancelUpload: (name) => `Stop sending ${name}`,
    uploadFailed: (name, why) => `${name} could not be attached. ${why}`,
    tryUploadAgain: (name) => `Try ${name} again`,
    refusals: {
      type: 'Attach an image (PNG, JPEG, WebP, GIF), a PDF, a Word, Excel, PowerPoint or OpenDocument document, a text, a CSV, or an MP4 or WebM video.',
      empty: 'This file is empty: choose another one.',
      size: (most) => `It is over ${most}, the limit for this kind of file: make it lighter or split it.`,
      count: (limit) => `No more than ${limit} files: remove one first.`,
    },
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
  filed: {
    title: (reference) => `Ticket ${reference} sent`,
    next: 'The team will read it and answer you here. You can follow each step from “My tickets”.',
    see: 'See the ticket',
    another: 'Back to the start',
  },
};
