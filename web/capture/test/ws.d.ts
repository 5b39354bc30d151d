/** What the tests use of the package `ws`, which carries no types. */
declare module 'ws' {
  import type { AddressInfo } from 'node:net';

  export class WebSocket extends EventTarget {
    constructor(url: string, protocol?: string);
    send(data: string | ArrayBuffer): void;
    close(code?: number): void;
    on(event: 'message', listener: (data: Buffer, isBinary: boolean) => void): this;
    on(event: 'close', listener: (code: number) => void): this;
  }

  export class WebSocketServer {
    constructor(options: { port: number; host: string; handleProtocols?: (offered: Set<string>) => string | false });
    on(event: 'connection', listener: (socket: WebSocket, request: { url: string }) => void): this;
    once(event: 'listening', listener: () => void): this;
    address(): AddressInfo;
    close(done?: () => void): void;
  }
}
