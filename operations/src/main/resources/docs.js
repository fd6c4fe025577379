// Shows openapi.json. Everything that was read is written as text, never as markup.
'use strict';

const DEEPEST = 4;

// Groups in their order; a path belongs to the first one that it begins with.
const GROUPS = [
  ['Uploads and attachments', ['/service/upload', '/service/attachments']],
  ['Reports', ['/service/reports', '/service/clientconfiguration']],
  ['Sign-in', ['/auth']],
  ['Service', ['/service/']],
  ['This document', ['/']],
];

const WHO = {
  PUBLIC: 'Anyone may call it, without a token.',
  RECEIPT: 'Whoever holds the receipt of the grant, in the header Sallyport-Receipt.',
  USER: 'Anyone who has signed in, with Authorization: Bearer.',
  TRIAGER: 'Triagers and admins, with Authorization: Bearer.',
  ADMIN: 'Admins, with Authorization: Bearer.',
};

function element(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  node.append(...children);
  return node;
}

function code(text) {
  return element('code', {}, text);
}

function table(head, rows) {
  return element('div', { class: 'scroll' }, element('table', {},
    element('thead', {}, element('tr', {}, ...head.map((word) => element('th', { scope: 'col' }, word)))),
    element('tbody', {}, ...rows)));
}

function resolve(schema, root) {
  if (!schema || !schema.$ref) return schema;
  return schema.$ref.slice(2).split('/').reduce((node, key) => node[key], root);
}

function size(bytes) {
  const units = ['bytes', 'KiB', 'MiB', 'GiB'];
  let unit = 0;
  while (bytes >= 1024 && bytes % 1024 === 0 && unit < 3) {
    bytes /= 1024;
    unit++;
  }
  return bytes + ' ' + units[unit];
}

// "2 to 5 items", "at most 5 items", "at least 2 items", or nothing.
function span(least, most, unit) {
  const low = least === undefined || least === 0 && unit ? undefined : least;
  const high = most > Number.MAX_SAFE_INTEGER ? undefined : most;
  if (low === undefined && high === undefined) return [];
  if (low === undefined) return ['at most ' + high + unit];
  if (high === undefined) return ['at least ' + low + unit];
  return [(low === high ? low : low + ' to ' + high) + unit];
}

function kind(schema) {
  if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join(' | ');
  const forms = schema.oneOf || schema.anyOf;
  if (forms) return 'one of ' + forms.length + ' forms';
  if (schema.type === 'array') return 'list of ' + kind(schema.items);
  if (schema.type === 'object') return schema.properties ? 'object' : 'object with names of your own';
  return schema.format || [schema.type].flat().join(' or ');
}

function limits(schema) {
  const words = [
    ...span(schema.minLength, schema.maxLength, ' characters'),
    ...span(schema.minimum, schema.maximum, ''),
    ...span(schema.minItems, schema.maxItems, ' items'),
    ...span(schema.minProperties, schema.maxProperties, ' names'),
  ];
  if (schema.uniqueItems) words.push('no two the same');
  if (schema.pattern === '\\S') words.push('not blank');
  if (schema.type === 'array') words.push(...limits(schema.items).map((word) => 'each ' + word));
  return words;
}

function pattern(schema) {
  const form = (schema.type === 'array' ? schema.items : schema).pattern;
  return form && form !== '\\S' ? [element('br', {}), 'matches ', code(form)] : [];
}

function typeCell(schema) {
  const words = limits(schema);
  return element('td', {}, code(kind(schema)), words.length ? ', ' + words.join(', ') : '', ...pattern(schema));
}

// The rows of everything inside a schema, each further in than what it is part of.
function inside(schema, depth) {
  const forms = schema.oneOf || schema.anyOf;
  if (forms) return forms.flatMap((form, i) => row('form ' + (i + 1), form, true, depth));
  if (schema.type === 'array') return inside(schema.items, depth);
  const named = Object.entries(schema.properties || {}).flatMap(([name, part]) =>
    row(name, part, (schema.required || []).includes(name), depth));
  const open = schema.additionalProperties;
  return open && typeof open === 'object' ? [...named, ...row('any name', open, true, depth)] : named;
}

function row(name, schema, required, depth) {
  const cell = element('td', { class: 'in' + Math.min(depth, DEEPEST) }, code(name));
  if (!required) cell.append(' ', element('span', { class: 'optional' }, 'optional'));
  return [
    element('tr', {}, cell, typeCell(schema), element('td', {}, schema.description || '')),
    ...inside(schema, depth + 1),
  ];
}

function fields(schema) {
  const rows = inside(schema, 0);
  return rows.length ? [table(['Field', 'Type and limits', 'Meaning'], rows)] : [];
}

function parameters(list) {
  return table(['Parameter', 'Type and limits', 'Meaning'], list.map((p) => {
    const cell = element('td', {}, code(p.name), ' ', element('span', { class: 'optional' }, p.in));
    if (!p.required) cell.append(' ', element('span', { class: 'optional' }, 'optional'));
    return element('tr', {}, cell, typeCell(p.schema), element('td', {}, p.description));
  }));
}

function heading(word, note) {
  return element('h3', {}, word, ' ', element('span', { class: 'note' }, note));
}

function success(status, response, root) {
  return Object.entries(response.content || {}).flatMap(([type, media]) => {
    const schema = resolve(media.schema, root);
    return [heading('Answers ' + status, response.description + ' ' + type), ...(schema ? fields(schema) : [])];
  });
}

// A description holds a status's codes as "code: Title." one after another.
function refusals(list) {
  const rows = list.flatMap(([status, response]) =>
    [...response.description.matchAll(/([a-z_]+): (.*?\.)(?= [a-z_]+: |$)/g)].map(([, name, title]) =>
      element('tr', {}, element('td', {}, code(name)), element('td', {}, status), element('td', {}, title))));
  return [heading('Refuses', 'application/problem+json'), table(['Code', 'Status', 'Meaning'], rows)];
}

function detail(spec, root) {
  const node = element('div', { class: 'detail' }, element('p', { class: 'who' }, WHO[spec['x-access']] || ''));
  if (spec.parameters) node.append(heading('Parameters', ''), parameters(spec.parameters));
  for (const [type, media] of Object.entries((spec.requestBody || {}).content || {})) {
    const most = spec.requestBody.description.replace(/(\d+) bytes/, (_, bytes) => size(Number(bytes)));
    node.append(heading('Body', type + '. ' + most), ...fields(resolve(media.schema, root)));
  }
  const answers = Object.entries(spec.responses);
  for (const [status, response] of answers.filter(([status]) => status < 400)) {
    node.append(...success(status, response, root));
  }
  node.append(...refusals(answers.filter(([status]) => status >= 400)));
  return node;
}

function operation(path, method, spec, root) {
  const name = method.toUpperCase();
  return element('details', { id: spec.operationId },
    element('summary', {},
      element('code', { class: 'method ' + name }, name),
      code(path),
      element('span', { class: 'what' }, spec.summary),
      element('span', { class: 'access' }, spec['x-access'])),
    detail(spec, root));
}

function groupOf(path) {
  return GROUPS.findIndex(([, beginnings]) => beginnings.some((beginning) => path.startsWith(beginning)));
}

function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (named instanceof HTMLDetailsElement) {
    named.open = true;
    named.scrollIntoView();
  }
}

async function show() {
  const response = await fetch('openapi.json');
  const root = await response.json();
  document.getElementById('description').replaceChildren(
    root.info.description + ' ', element('a', { href: 'openapi.json' }, 'openapi.json'));
  const groups = GROUPS.map(() => []);
  for (const [path, methods] of Object.entries(root.paths)) {
    for (const [method, spec] of Object.entries(methods)) {
      groups[groupOf(path)].push(operation(path, method, spec, root));
    }
  }
  GROUPS.forEach(([title], i) => {
    const id = 'group-' + i;
    document.getElementById('groups').append(element('a', { href: '#' + id }, title));
    document.getElementById('operations').append(
      element('section', { id }, element('h2', {}, title), element('div', { class: 'list' }, ...groups[i])));
  });
  window.addEventListener('hashchange', openNamed);
  openNamed();
}

show().catch(() => {
  document.getElementById('description').textContent = 'openapi.json could not be read.';
});
