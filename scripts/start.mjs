// `npm start`. Only the version check is loaded here, so that an old Node.js can say that it is too old.
import { nodeVersionProblem } from './node-version.mjs';

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 1;
} else {
  import('./start/start.mjs').then(({ start }) => start());
}
