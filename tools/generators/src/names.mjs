/** The forms of one name. @typedef {{ kebab: string, pascal: string, camel: string, words: string }} Name */

/**
 * @param {string | undefined} text
 * @returns {Name}
 * @throws UsageError when it is not kebab-case
 */
export function nameFrom(text) {
  if (!text || !/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(text)) {
    throw new UsageError(`"${text ?? ''}" is not a name in kebab-case, such as receive-dossier.`);
  }
  const pascal = text.split('-').map(capital).join('');
  return {
    kebab: text,
    pascal,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    words: text.replaceAll('-', ' '),
  };
}

/** @param {string} text */
export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A wrong call; printed without a stack. */
export class UsageError extends Error {}
