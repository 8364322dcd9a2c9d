// What all pages have: their data, and elements that are made of text. Nothing here or in any other script makes markup of a text.

const SvgNamespace = 'http://www.w3.org/2000/svg';

// A block of the page's data; null where it isn't there, or not yet.
function readData(id) {
  const block = document.getElementById(id);
  return block ? JSON.parse(block.textContent) : null;
}

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter(child => child !== null));
  return element;
}

// An element with attributes, text and other elements in it.
function make(name, attributes, ...children) {
  return fill(document.createElement(name), attributes, children);
}

function makeSvg(name, attributes, ...children) {
  return fill(document.createElementNS(SvgNamespace, name), attributes, children);
}

// A text from outside: its direction is its own.
function isolated(text) {
  return make('bdi', {}, text);
}

const numberText = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function counted(number, one, many) {
  return `${numberText.format(number)} ${number === 1 ? one : many}`;
}
