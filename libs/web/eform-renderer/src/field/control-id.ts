/** Id of the control that takes the focus for an answer path; also the target of links in the error summary. */
export function controlId(path: string): string {
  return `answer-${path.replaceAll('.', '-')}`;
}
