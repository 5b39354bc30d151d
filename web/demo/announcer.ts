/** Says instructions to screen readers: not each flicker of them, only what has stood for a moment. */

const STEADY_MILLIS = 700;

export class Announcer {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private next = '';
  private said = '';

  constructor(private readonly say: (text: string) => void) {}

  /** A text that is shown from now on. */
  show(text: string): void {
    if (text === this.next) {
      return;
    }
    this.next = text;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.speak(text), STEADY_MILLIS);
  }

  /** A text that must not be missed. */
  now(text: string): void {
    this.next = text;
    clearTimeout(this.timer);
    this.speak(text);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.next = this.said = '';
    this.say('');
  }

  private speak(text: string): void {
    if (text !== this.said) {
      this.said = text;
      this.say(text);
    }
  }
}
