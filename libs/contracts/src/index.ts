export { problems, Problem, InputFault, type ProblemCode } from './problem.js';
export { Cost, Grace, Id, Instant, PageQuery, Slug, Text, Timestamp, graceSeconds, pageOf, type Page } from './primitives.js';
