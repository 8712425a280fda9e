export { useFormat, type Format } from './format.js';
export { languages, setLanguage, useLanguage, type Language } from './language.js';
export { catalogue, useMessages, type Catalogue } from './messages.js';
export { fill, type MessageFile, type Translate, type Values } from './translate.js';
