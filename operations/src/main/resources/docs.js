// Shows openapi.json. Everything that was read is written as text, never as markup.
'use strict';

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function resolve(schema, root) {
  if (!schema || !schema.$ref) return schema;
  return schema.$ref.slice(2).split('/').reduce((node, key) => node[key], root);
}

// One line for a value without parts, an outline for the others.
function outline(schema, depth) {
  const pad = '  '.repeat(depth);
  const forms = schema.oneOf || schema.anyOf;
  if (forms) return forms.map((form) => outline(form, depth)).join('\n' + pad + 'or ');
  if (schema.type === 'object' && schema.properties) {
    const lines = Object.entries(schema.properties).map(([name, part]) => {
      const mark = (schema.required || []).includes(name) ? '' : '?';
      const words = part.description ? '    // ' + part.description : '';
      return pad + '  ' + name + mark + ': ' + outline(part, depth + 1) + words;
    });
    return '{\n' + lines.join('\n') + '\n' + pad + '}';
  }
  if (schema.type === 'object') return '{ name: ' + outline(schema.additionalProperties || {}, depth) + ' }';
  if (schema.type === 'array') return '[' + outline(schema.items, depth) + ']';
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(' | ');
  const limits = ['minimum', 'maximum', 'minLength', 'maxLength']
    .filter((key) => key in schema).map((key) => key + ' ' + schema[key]);
  return [schema.format || schema.type, ...limits].join(', ');
}

function content(body, root) {
  const parts = [];
  for (const [type, media] of Object.entries(body.content || {})) {
    parts.push(element('p', {}, element('code', {}, type)));
    const schema = resolve(media.schema, root);
    if (schema && !media.schema.$ref) parts.push(element('pre', {}, outline(schema, 0)));
  }
  return parts;
}

function parameters(list) {
  return element('table', {}, ...list.map((p) => element('tr', {},
    element('th', {}, element('code', {}, p.name), p.required ? '' : ' (optional)'),
    element('td', {}, p.in),
    element('td', {}, p.description, ' ', element('code', {}, outline(p.schema, 0))))));
}

function operation(path, method, spec, root) {
  const node = element('details', { id: spec.operationId },
    element('summary', {},
      element('code', { class: 'method' }, method.toUpperCase()),
      element('code', {}, path),
      element('span', { class: 'access' }, spec['x-access']),
      element('span', {}, spec.summary)));
  if (spec.parameters) node.append(element('h3', {}, 'Parameters'), parameters(spec.parameters));
  if (spec.requestBody) {
    node.append(element('h3', {}, 'Body'), spec.requestBody.description, ...content(spec.requestBody, root));
  }
  for (const [status, response] of Object.entries(spec.responses)) {
    node.append(element('h3', {}, status), element('p', {}, response.description), ...content(response, root));
  }
  return node;
}

async function show() {
  const response = await fetch('openapi.json');
  const root = await response.json();
  document.getElementById('description').replaceChildren(
    root.info.description + ' ', element('a', { href: 'openapi.json' }, 'openapi.json'));
  const list = document.getElementById('operations');
  for (const [path, methods] of Object.entries(root.paths)) {
    for (const [method, spec] of Object.entries(methods)) list.append(operation(path, method, spec, root));
  }
}

show().catch(() => {
  document.getElementById('description').textContent = 'openapi.json could not be read.';
});
