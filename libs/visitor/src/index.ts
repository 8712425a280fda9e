export { isElement, type CitationMark, type MarkdownElement, type MarkdownNode, type MarkdownTag } from './markdown/markdown-node.js';
export { markdownTree } from './markdown/markdown-tree.js';
export { SentenceReader } from './markdown/sentence-reader.js';
export { spokenText } from './markdown/spoken-text.js';
export { acceptedLanguages, chooseLanguage, fill, messagesIn, type Language, type Messages } from './messages/messages.js';
