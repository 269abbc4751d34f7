import { controls, tokens } from '@teo-support/widget/design';
import { pageStyles } from './page-styles.js';
import './teo-app.js';

document.adoptedStyleSheets = [tokens, controls, pageStyles].flatMap(({ styleSheet }) => styleSheet ?? []);
