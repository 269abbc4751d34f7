export { type ReadPolicies, readPolicyFile } from './policy-file.js';
export { PolicyMissingError, requireStoredPolicies } from './stored-policies.js';
