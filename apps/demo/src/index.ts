export { createHostApp, type HostAppOptions } from './host/app.js';
export { type HostOrganization, type HostOrganizationId, hostOrganizations } from './host/organizations.js';
export { type HostPerson, hostPeople } from './host/people.js';
export { demoHistory } from './seed/index.js';
