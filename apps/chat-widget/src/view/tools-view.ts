import type { ToolActivity } from '@salient/contracts/chat';
import type { Messages } from '@salient/visitor';
import { h, icon } from './dom.js';
import { searchesOf, toolsWords, toolWords } from './tool-words.js';

/** What an answer looks up: one line while it does, and one for all of it after, which opens to show each. */
export class ToolsView {
  readonly element = h('div', {});
  private shown = '';

  constructor(private readonly messages: Messages) {}

  /** @param isLooking whether the words of the answer have still to come */
  show(tools: readonly ToolActivity[], isLooking: boolean): void {
    const sketch = JSON.stringify([tools, isLooking]);
    if (sketch === this.shown) return; // what the visitor has opened stays open
    this.shown = sketch;
    this.element.hidden = tools.length === 0;
    if (tools.length === 0) return;
    const searches = searchesOf(tools);
    if (isLooking) this.element.replaceChildren(h('p', { class: 'tools' }, line(tools.at(-1)!, this.messages)));
    else if (searches.length < 2) this.element.replaceChildren(h('p', { class: 'tools' }, line(searches[0] ?? tools[0]!, this.messages)));
    else this.element.replaceChildren(this.summary(searches));
  }

  private summary(searches: readonly ToolActivity[]): HTMLElement {
    const lines = searches.map((search) => h('li', {}, line(search, this.messages)));
    return h('details', { class: 'tools' }, h('summary', {}, icon('check'), toolsWords(searches, this.messages)), h('ul', {}, ...lines));
  }
}

function line(tool: ToolActivity, messages: Messages): HTMLElement {
  return h('span', { class: `tool ${tool.state}` }, icon(tool.state === 'completed' ? 'check' : 'look'), toolWords(tool, messages));
}
