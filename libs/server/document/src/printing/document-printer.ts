import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { workspaceRoot } from '@mocua/server/kernel';
import type { DocumentKind, PrintData } from './print-data';
import { printView } from './print-view';

/** Newest version of the templates; a printed document keeps the version it was printed with. */
export const currentTemplates = 'v1';

const fontFolders = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'];

/** How many compilations a memoised part may go unused before it is dropped. */
const cacheAge = 20;

/**
 * Prints documents as PDF. The same data and template give the same bytes: fonts come with the application, dates from
 * the data. Data reaches a template as a JSON string, never as markup, so no text in it can become a command.
 */
export class DocumentPrinter {
  private readonly compilers = new Map<string, NodeCompiler>();

  /** @param templates - folder that holds a folder for each template version */
  constructor(private readonly templates: string = join(workspaceRoot(), 'libs/server/document/templates')) {}

  /** @throws Error when template and data do not fit together, which a test should have found */
  print<K extends DocumentKind>(kind: K, data: PrintData[K], version: string = currentTemplates): Buffer {
    const compiler = this.compilerOf(version);
    const pdf = compiler.pdf(this.compile(compiler, version, kind, data));
    compiler.evictCache(cacheAge);
    return pdf;
  }

  /** The same pages as SVG with selectable text, for previews and tests. */
  preview<K extends DocumentKind>(kind: K, data: PrintData[K], version: string = currentTemplates): string {
    const compiler = this.compilerOf(version);
    return compiler.svg(this.compile(compiler, version, kind, data));
  }

  private compile<K extends DocumentKind>(
    compiler: NodeCompiler,
    version: string,
    kind: K,
    data: PrintData[K],
  ): NodeTypstDocument {
    const inputs = { data: JSON.stringify(printView(kind, data)) };
    const compiled = compiler.compile({
      mainFilePath: join(this.templates, version, `${templateOf(kind, data)}.typ`),
      inputs,
    });
    const { result } = compiled;
    if (result !== null) return result;
    const error = compiled.takeError();
    // Diagnostics quote the template, not the data.
    const details = error === null ? 'no diagnostics' : JSON.stringify(error.shortDiagnostics);
    throw new Error(`The template of ${kind} does not compile: ${details}`);
  }

  private compilerOf(version: string): NodeCompiler {
    const known = this.compilers.get(version);
    if (known !== undefined) return known;
    if (!/^v\d+$/u.test(version)) throw new Error('Not a version of the templates.');
    const compiler = NodeCompiler.create({
      workspace: join(this.templates, version),
      fontArgs: [{ fontPaths: fontPaths() }],
    });
    this.compilers.set(version, compiler);
    return compiler;
  }
}

/** The copy from a register was the first result and has its name; the others are named by their kind. */
function templateOf<K extends DocumentKind>(kind: K, data: PrintData[K]): string {
  if (!('template' in data) || data.template === 'register-copy') return kind;
  return `${kind}-${data.template}`;
}

function fontPaths(): string[] {
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/be-vietnam-pro/package.json'),
  );
  return fontFolders.map((folder) => join(fonts, folder));
}
