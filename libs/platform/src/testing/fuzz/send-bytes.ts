import { connect } from 'node:net';
import { text } from 'node:stream/consumers';

/** Sends bytes as they are, which need not be HTTP, and answers all that comes back until the other side closes. */
export function sendBytes(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.write(bytes);
  return text(socket);
}
