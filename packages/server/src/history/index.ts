export { isEmpty, loadHistory } from './load-history.js';
