/** What came of one check. */
export interface CheckResult {
  readonly name: string;
  readonly passed: boolean;
  readonly detail: string;
  readonly durationMs: number;
}

/** Runs checks one after the other; one that throws has failed, and the others go on. */
export class Report {
  readonly results: CheckResult[] = [];

  get passed(): boolean {
    return this.results.length > 0 && this.results.every((result) => result.passed);
  }

  /** @param work answers what is worth telling */
  async check(name: string, work: () => Promise<string | void>): Promise<void> {
    const startedAt = performance.now();
    const end = (passed: boolean, detail: string) => {
      this.results.push({ name, passed, detail, durationMs: Math.round(performance.now() - startedAt) });
    };
    try {
      end(true, (await work()) || '');
    } catch (error) {
      const { message, cause } = error as Error;
      end(false, cause instanceof Error ? `${message} (${cause.message})` : message);
    }
  }

  lines(): string[] {
    const width = Math.max(...this.results.map(({ name }) => name.length));
    const rows = this.results.map(
      ({ name, passed, detail, durationMs }) =>
        `${passed ? 'ok  ' : 'FAIL'}  ${name.padEnd(width)}  ${String(durationMs).padStart(6)} ms${detail ? `  ${detail}` : ''}`,
    );
    const failed = this.results.filter((result) => !result.passed).length;
    return [...rows, '', failed === 0 ? `All ${this.results.length} checks passed.` : `${failed} of ${this.results.length} checks failed.`];
  }
}
