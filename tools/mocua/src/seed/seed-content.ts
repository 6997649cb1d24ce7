import { demoAssignments } from '@mocua/server/identity/demo';
import { ChangeContent, PublishedContent } from '@mocua/server/content';
import { withDomains } from '../with-domains';
import { officer } from './cast';
import { announcements } from './content/announcements';
import { guides } from './content/guides';
import { questions } from './content/questions';

/** Writes and publishes the demo pages through the real use cases, once. Answers how many were written. */
export function seedContent(): Promise<number> {
  return withDomains(async (domains) => {
    if ((await domains.get(PublishedContent).list()).items.length > 0) return 0;
    const editor = officer(editorAssignment());
    const changes = domains.get(ChangeContent);
    // Guides first: the others lead to them, and a link to a page that is not there is not published.
    const pages = [...guides, ...questions, ...announcements(new Date())];
    for (const page of pages) {
      const contentId = await changes.create(editor, page);
      await changes.publish(editor, contentId, { revision: 1, note: 'Nội dung mẫu của tỉnh giả lập.' });
    }
    return pages.length;
  });
}

function editorAssignment(): string {
  const found = demoAssignments.find((assignment) => assignment.role === 'system-administrator');
  if (found === undefined) throw new Error('the demo province has no administrator');
  return found.key;
}
