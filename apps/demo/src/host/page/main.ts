import { controls, tokens } from '@teo-support/widget/design';
import { attendanceStyles } from './attendance/attendance-styles.js';
import { faqStyles } from './faq/faq-styles.js';
import { listStyles } from './list-styles.js';
import { pageStyles } from './page-styles.js';
import './teo-app.js';

document.adoptedStyleSheets = [tokens, controls, pageStyles, listStyles, attendanceStyles, faqStyles].flatMap(
  ({ styleSheet }) => styleSheet ?? [],
);
