import { type DynamicModule, Module } from '@nestjs/common';
import { ChangeContent } from './application/change-content';
import { LinkCheck } from './application/link-check';
import { PublishedContent } from './application/published-content';
import { ReadContent } from './application/read-content';
import { ContentEditorController } from './http/content-editor.controller';
import { PublicContentController } from './http/public-content.controller';
import { ContentStore } from './persistence/content-store';

const shared = [ChangeContent, PublishedContent];
const providers = [ContentStore, LinkCheck, ReadContent, ...shared];

/** Announcements, questions and guides for a whole process. */
@Module({})
export class ContentModule {
  /** For processes without HTTP. */
  static forWorker(): DynamicModule {
    return { module: ContentModule, global: true, providers, exports: shared };
  }

  /** For the API: also the public pages' data and the editors' routes. */
  static forApi(): DynamicModule {
    return {
      module: ContentModule,
      global: true,
      controllers: [PublicContentController, ContentEditorController],
      providers,
      exports: shared,
    };
  }
}
