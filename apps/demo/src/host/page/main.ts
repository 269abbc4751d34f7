import { controls, tokens } from '@teo-support/widget/design';
import { attendanceStyles } from './attendance/attendance-styles.js';
import { listStyles } from './list-styles.js';
import { pageStyles } from './page-styles.js';
import { splitStyles } from './split-styles.js';
import './teo-app.js';

document.adoptedStyleSheets = [
  tokens,
  controls,
  pageStyles,
  listStyles,
  attendanceStyles,
  splitStyles,
].flatMap(({ styleSheet }) => styleSheet ?? []);
