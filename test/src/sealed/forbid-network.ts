// Loaded before the product (`--import`, by NODE_OPTIONS also in its children and threads): whatever would touch the network is written down and thrown.
// Invariant: pipes and sockets of the file system (`path`) are no network and go on working.
//   NODE_OPTIONS="--import file:///…/forbid-network.ts" NETWORK_LOG=/tmp/network.log node …
// Native code is not seen by it; run-sealed.ts looks at the kernel's counters for that.
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const log = process.env.NETWORK_LOG;

function refuse(what: string): never {
  const error = new Error(`The network was touched: ${what}`);
  if (log) appendFileSync(log, `${error.stack?.replaceAll('\n', ' ')}\n`);
  throw error;
}

type Methods = Record<string, unknown>;

function forbid(owner: object, name: string, what: string): void {
  if (typeof (owner as Methods)[name] === 'function') (owner as Methods)[name] = () => refuse(what);
}

/** Every connection of net, tls, http, http2 and undici goes through this one method. */
const connect = net.Socket.prototype.connect as (...args: unknown[]) => net.Socket;
net.Socket.prototype.connect = function (this: net.Socket, ...args: unknown[]): net.Socket {
  const [first] = (Array.isArray(args[0]) ? args[0] : args) as [unknown];
  const isFile =
    (typeof first === 'object' && first !== null && 'path' in first && Boolean(first.path)) ||
    (typeof first === 'string' && Number.isNaN(Number(first)));
  return isFile ? connect.apply(this, args) : refuse(`connect ${JSON.stringify(first)}`);
} as typeof net.Socket.prototype.connect;

const listen = net.Server.prototype.listen as (...args: unknown[]) => net.Server;
net.Server.prototype.listen = function (this: net.Server, ...args: unknown[]): net.Server {
  return typeof args[0] === 'string' && Number.isNaN(Number(args[0])) ? listen.apply(this, args) : refuse('listen');
} as typeof net.Server.prototype.listen;

for (const name of ['bind', 'connect', 'send']) forbid(dgram.Socket.prototype, name, `datagram ${name}`);
for (const owner of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const name of ['lookup', 'lookupService', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveSrv', 'reverse'])
    forbid(owner, name, `dns ${name}`);
}
for (const name of ['fetch', 'WebSocket', 'EventSource']) forbid(globalThis, name, name);
syncBuiltinESMExports();
