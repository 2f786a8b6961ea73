// A worker that costs nothing until somebody searches: what it is told before then waits.

export class LateWorker extends EventTarget {
  /**
   * @param {() => Worker} make
   * @param {(data: any) => void} received is told of each message first
   */
  constructor(make, received) {
    super();
    this.received = received;
    this.make = make;
    this.worker = null;
    this.waiting = [];
  }

  postMessage(message) {
    if (this.worker) this.worker.postMessage(message);
    else this.waiting.push(message);
  }

  begin() {
    if (this.worker) return;
    this.worker = this.make();
    this.worker.addEventListener("message", ({ data }) => {
      this.received(data);
      this.dispatchEvent(new MessageEvent("message", { data }));
    });
    for (const message of this.waiting.splice(0)) this.worker.postMessage(message);
  }
}
