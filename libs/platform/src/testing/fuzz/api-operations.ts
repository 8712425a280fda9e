/** As much of JSON Schema as our wire types come out as. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
}

interface DescribedOperation {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: JsonSchema }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: JsonSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

/** As much of an OpenAPI document as a test drives. */
export interface ApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}

/** One method of one path. */
export interface ApiOperation {
  /** `POST /accounts/{account}/agents`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, JsonSchema>>;
  /** By media type; empty when the operation takes no body. */
  readonly bodies: Readonly<Record<string, JsonSchema>>;
  /** What it says that it may answer with. */
  readonly statuses: readonly number[];
}

/** Every operation of a document, so that a new route is met by whatever is driven from them. */
export function operationsOf({ paths }: ApiDocument): ApiOperation[] {
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [], requestBody, responses }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      query: Object.fromEntries(parameters.filter((each) => each.in === 'query').map(({ name, schema = {} }) => [name, schema])),
      bodies: Object.fromEntries(Object.entries(requestBody?.content ?? {}).map(([type, { schema = {} }]) => [type, schema])),
      statuses: Object.keys(responses).map(Number),
    })),
  );
}
