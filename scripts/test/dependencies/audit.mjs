/**
 * What became of an audit: it was made, and found these; or it could not be made, and why.
 *
 * @typedef {{ made: true, found: string[] } | { made: false, because: string }} Audit
 */

/** Audits what is given on: tools of development are nobody's attack surface, and would cry wolf. */
export const auditCommand = ['audit', '--omit=dev', '--json', '--fetch-retries=1', '--fetch-timeout=20000'];

/**
 * Reads what `npm audit --json` has said. Only high and critical ones count; the others are for the next update.
 *
 * @param {string} output everything that it printed
 * @returns {Audit}
 */
export function readAudit(output) {
  const report = jsonIn(output);
  if (report?.vulnerabilities === undefined) {
    const said =
      report?.error?.summary || report?.message || output.trim().split('\n')[0] || 'npm said nothing';
    // The registry is not named: which one it is depends on the machine.
    return {
      made: false,
      because: said.replace(/ - (GET|POST) \S+/, '').replace(/https?:\/\/\S+/g, 'the registry'),
    };
  }
  const found = Object.values(report.vulnerabilities)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, severity, range, fixAvailable }) => {
      const way = fixAvailable ? 'an update mends it' : 'there is no update yet';
      return `${name} ${range}: ${severity}; ${way}`;
    });
  return { made: true, found };
}

/**
 * @typedef {{ name: string, severity: string, range: string, fixAvailable: unknown }} Vulnerability
 * @typedef {{ vulnerabilities?: Record<string, Vulnerability>, message?: string, error?: { summary?: string } }} Report
 */

/**
 * npm warns before it prints its report.
 *
 * @param {string} output
 * @returns {Report | undefined}
 */
function jsonIn(output) {
  const [, text] = /^(\{[\s\S]*^\})/m.exec(output) ?? [];
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
