// Judges element templates by the published schema, as Camunda Modeler does when it loads them.
import { readFileSync } from 'node:fs';
import { validateAll } from '@bpmn-io/element-templates-validator';

let wrong = 0;
for (const file of process.argv.slice(2)) {
  const { results } = validateAll(JSON.parse(readFileSync(file, 'utf8')));
  for (const { valid, errors, object } of results) {
    console.log(`${valid ? 'valid' : 'WRONG'} ${object.id} ${object.version}`);
    for (const { message, dataPath, instancePath } of errors ?? []) {
      console.log(`  ${file} ${instancePath ?? dataPath}: ${message}`);
    }
    if (!valid) wrong++;
  }
}
process.exitCode = wrong ? 1 : 0;
