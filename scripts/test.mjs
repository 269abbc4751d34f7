// `npm test`. Only the version check is loaded here, so that an old Node.js can say that it is too old.
import { nodeVersionProblem } from './node-version.mjs';

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  console.error(problem);
  console.log('0 passed, 1 failed');
  process.exitCode = 1;
} else {
  import('./test/test.mjs').then(({ test }) => test());
}
