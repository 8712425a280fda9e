import { DataSource } from 'typeorm';

/**
 * All that TypeORM knows of a DataSource's entities, as plain data: every property of every metadata object, whatever its class,
 * private ones included. Objects are numbered as they are met, so that references, circles among them, have to lead to the same
 * places as well. The DataSource that they were built for is the one thing that may differ.
 */
export function metadataShape(dataSource: DataSource): unknown {
  const numbers = new Map<object, number>();
  const shapeOf = (value: unknown): unknown => {
    if (typeof value === 'function') return `[Function ${value.name}]`;
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof DataSource) return '[DataSource]';
    const known = numbers.get(value);
    if (known !== undefined) return `[#${known}]`;
    numbers.set(value, numbers.size);
    if (Array.isArray(value)) return value.map(shapeOf);
    if (value instanceof Map || value instanceof Set) return [...value].map(shapeOf);
    const properties = Object.entries(value).map(([name, property]) => [name, shapeOf(property)]);
    return { is: value.constructor?.name, ...Object.fromEntries(properties) };
  };
  return [...dataSource.entityMetadatas].map(shapeOf);
}
