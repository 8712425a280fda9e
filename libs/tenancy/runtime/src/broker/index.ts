// The scheduler without sockets, for simulations: they drive the very code that serves.
export { BrokerCore } from './broker-core.js';
export type { BrokerCommand, BrokerLimits, BrokerSnapshot, BrokerTotals, RefusalReason } from './broker-types.js';
