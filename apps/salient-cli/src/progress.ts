export interface ProgressLine {
  /** @param text for people; made when it is shown */
  show(state: object, text: () => string): void;
  end(): void;
}

/**
 * Tells on standard error how long work goes on: on one line of a terminal, or as a line of JSON for each change when `json` was
 * asked for. A program that asks for neither is told nothing.
 */
export function progressLine(json: boolean): ProgressLine {
  let told = '';
  const isTerminal = process.stderr.isTTY && !json;
  return {
    show(state, text) {
      const now = json ? JSON.stringify(state) : isTerminal ? text() : '';
      if (now === told) return;
      process.stderr.write(json ? `${now}\n` : `\r${now.padEnd(told.length)}`);
      told = now;
    },
    end() {
      if (isTerminal && told !== '') process.stderr.write('\n');
    },
  };
}
