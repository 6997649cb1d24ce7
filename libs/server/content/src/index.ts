export { ChangeContent } from './application/change-content';
export { PublishedContent } from './application/published-content';
export { ContentModule } from './content.module';
