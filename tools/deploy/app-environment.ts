import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { filesUnder, workspace } from './manifests.ts';

/** Where the fields stand that several apps' schemas spread into theirs. */
const SHARED = 'libs/platform/src/config/common.environment.ts';

/**
 * The environment variables that an app reads: the fields of the one zod object that its source calls `Environment`.
 *
 * Read from the source, because a schema says its names only to those who hold it, and an app exports its typed
 * configuration alone.
 */
export function variablesReadBy(app: string): Set<string> {
  const folder = join(workspace, 'apps', app, 'src');
  const sources = filesUnder(folder)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => constantsOf(join(folder, file)).get('Environment'))
    .filter((initializer) => initializer !== undefined);
  if (sources.length !== 1) throw new Error(`apps/${app} has ${sources.length} schemas of the name Environment; one is expected.`);
  return new Set(fieldNames(firstObject(sources[0]!)));
}

function fieldNames(object: ts.ObjectLiteralExpression): string[] {
  return object.properties.flatMap((property) => {
    if (ts.isSpreadAssignment(property)) return fieldNames(sharedFields(property.expression.getText()));
    return property.name!.getText();
  });
}

function sharedFields(name: string): ts.ObjectLiteralExpression {
  const initializer = constantsOf(join(workspace, SHARED)).get(name);
  if (!initializer) throw new Error(`${SHARED} has no fields of the name ${name}.`);
  return firstObject(initializer);
}

/** The constants at the top of a file, by name. */
function constantsOf(file: string): Map<string, ts.Expression> {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  return new Map(
    source.statements
      .filter(ts.isVariableStatement)
      .flatMap(({ declarationList }) => declarationList.declarations)
      .flatMap(({ name, initializer }) => (initializer ? [[name.getText(), initializer] as const] : [])),
  );
}

/** The first object literal inside an expression: that of `z.object({ … })`, whatever is chained behind it. */
function firstObject(expression: ts.Node): ts.ObjectLiteralExpression {
  const [object] = objectsIn(expression);
  if (!object) throw new Error(`No object literal in ${expression.getText().slice(0, 80)}`);
  return object;
}

function* objectsIn(node: ts.Node): Generator<ts.ObjectLiteralExpression> {
  if (ts.isObjectLiteralExpression(node)) yield node;
  else for (const child of node.getChildren()) yield* objectsIn(child);
}
