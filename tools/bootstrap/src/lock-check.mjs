/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional]
 * @property {Record<string, string>} [optionalDependencies]
 * @typedef {{ packages: Record<string, LockedPackage> }} LockFile
 */

/**
 * npm leaves out an optional package that the registry does not have when it writes the lock file, and then `npm ci`
 * refuses that very file on every machine. Found here, the reason is named before anything is downloaded.
 * @param {LockFile} lock
 * @returns {string[]} one line for each optional dependency without an entry of its own
 */
export function missingOptionalEntries(lock) {
  return Object.entries(lock.packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter(
        (name) => !foldersSeenFrom(place).some((folder) => `${folder}node_modules/${name}` in lock.packages),
      )
      .map((name) => `${name} (wanted by ${place || 'package.json'})`),
  );
}

/**
 * Folders in which Node looks for a package from `place`, innermost first.
 * @param {string} place key of the lock file, such as `node_modules/a/node_modules/b`
 */
function foldersSeenFrom(place) {
  const folders = [];
  for (let rest = place; rest !== ''; rest = rest.slice(0, Math.max(0, rest.lastIndexOf('/node_modules/')))) {
    folders.push(`${rest}/`);
    if (!rest.includes('/node_modules/')) break;
  }
  return [...folders, ''];
}

/**
 * Whether node_modules already holds what the lock file asks for, so that an installation by hand is not thrown away.
 * @param {LockFile} lock `package-lock.json`
 * @param {LockFile} installed `node_modules/.package-lock.json`, which npm writes as its last act
 */
export function isInstalledAsLocked(lock, installed) {
  const wanted = Object.entries(lock.packages).filter(([place]) => place !== '');
  return (
    Object.keys(installed.packages).every((place) => place in lock.packages) &&
    wanted.every(([place, entry]) => {
      const found = installed.packages[place];
      return found
        ? found.version === entry.version && found.integrity === entry.integrity
        : entry.optional === true;
    })
  );
}
