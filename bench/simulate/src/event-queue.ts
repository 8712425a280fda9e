interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Events in order of time, those of one instant in the order in which they were added: a binary heap. */
export class EventQueue {
  private readonly heap: Event[] = [];
  private order = 0;

  add(at: number, run: () => void): void {
    const event = { at, order: this.order++, run };
    let index = this.heap.push(event) - 1;
    for (let parent = (index - 1) >> 1; index > 0 && isBefore(event, this.heap[parent]!); parent = (index - 1) >> 1) {
      this.heap[index] = this.heap[parent]!;
      index = parent;
    }
    this.heap[index] = event;
  }

  next(): Event | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (last && this.heap.length > 0) this.sink(last);
    return first;
  }

  private sink(event: Event): void {
    const { heap } = this;
    let index = 0;
    for (let child = 1; child < heap.length; child = 2 * index + 1) {
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (!isBefore(heap[child]!, event)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = event;
  }
}

function isBefore(left: Event, right: Event): boolean {
  return left.at === right.at ? left.order < right.order : left.at < right.at;
}
