import type { SendingWords } from './words.js';

/** The words that sending a ticket asks for, and nothing before it does. */
export const enSending: SendingWords = {
  form: {
    addStep: 'Add a step',
    step: (number) => `Step ${number}`,
    removeStep: (number) => `Remove step ${number}`,
    moveUp: (number) => `Move step ${number} up`,
    pickImages: 'Choose images',
    dropImages: 'or drop them, or paste them here',
    image: (name) => `Image: ${name}`,
    removeImage: (name) => `Remove ${name}`,
    uploading: (name) => `Sending ${name}…`,
    uploadFailed: (name, why) => `${name} could not be attached. ${why}`,
    tryUploadAgain: (name) => `Try ${name} again`,
    notAnImage: 'Choose a PNG, JPEG, WebP or GIF image.',
    tooManyImages: (limit) => `No more than ${limit} images: remove one first.`,
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
