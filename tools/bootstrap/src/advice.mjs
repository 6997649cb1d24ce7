/** @type {readonly { sign: RegExp, advice: string }[]} */
const KNOWN_FAILURES = [
  {
    sign: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT|network (?:request|timeout)/u,
    advice:
      'The package registry cannot be reached. Check the network; behind a proxy run "npm config set proxy <url>"; ' +
      'for a company mirror run "npm config set registry <url>". Then run the same command again.',
  },
  {
    sign: /ENOSPC/u,
    advice:
      'The disk is full. Free at least 3 GB (node_modules and the npm cache), then run the same command again.',
  },
  {
    sign: /EACCES|EPERM|EROFS/u,
    advice:
      'A file cannot be written. Is this folder, or the npm cache (npm config get cache), owned by another user? ' +
      'Take it over with "chown -R $(id -u) <folder>" and run the same command again, without sudo.',
  },
  {
    sign: /EUSAGE|in sync|Missing: /u,
    advice:
      'package.json and package-lock.json do not fit together. Take both from one commit ("git status", "git restore"); ' +
      'who changes dependencies runs "npm install" and commits both.',
  },
  {
    sign: /E404|ETARGET|No matching version/u,
    advice:
      'The registry in use lacks a package of the lock file. Compare "npm config get registry" with the public one.',
  },
  {
    sign: /EINTEGRITY/u,
    advice: 'A download does not match its checksum. Run "npm cache verify", then the same command again.',
  },
];

/**
 * @param {string} output what npm printed
 * @returns {string} what the user can do next
 */
export function adviceFor(output) {
  const known = KNOWN_FAILURES.find(({ sign }) => sign.test(output));
  return (
    known?.advice ??
    'Run "npm ci" by hand to see everything it prints, mend that, and run the same command again.'
  );
}
