// As much of a document as the panels' scripts ask for: elements with attributes, the focus, events that go up, and selectors
// of tags, classes and attributes.

const camel = (name) => name.replace(/-(\w)/g, (_all, letter) => letter.toUpperCase());
const SIMPLE = /^(\w+)?((?:\.[\w-]+|\[[\w-]+(?:[\^$]?="(?:[^"\\]|\\.)*")?\])*)$/;
const PARTS = /\.([\w-]+)|\[([\w-]+)(?:([\^$]?)="((?:[^"\\]|\\.)*)")?\]/g;

function fits(element, simple) {
  const [, tag, rest] = simple.match(SIMPLE) ?? [];
  if (rest === undefined) throw new Error(`no such selector here: ${simple}`);
  if (tag && element.tagName !== tag.toUpperCase()) return false;
  return [...rest.matchAll(PARTS)].every(([, name, attribute, how, escaped]) => {
    if (name) return element.classList.contains(name);
    const held = element.getAttribute(attribute);
    if (escaped === undefined || held === null) return held !== null;
    const value = escaped.replace(/\\(.)/g, "$1");
    return how === "^" ? held.startsWith(value) : how === "$" ? held.endsWith(value) : held === value;
  });
}

// Whether an element fits a list of selectors; what stands to the left of a space is looked for around it.
function matches(element, selectors) {
  return selectors.split(/,\s*/).some((selector) => {
    const [last, ...around] = selector.split(" ").reverse();
    if (!fits(element, last)) return false;
    let outer = element.parentElement;
    for (const simple of around) {
      while (outer && !fits(outer, simple)) outer = outer.parentElement;
      if (!outer) return false;
      outer = outer.parentElement;
    }
    return true;
  });
}

export class Happening {
  constructor(type, init = {}) {
    Object.assign(this, { type, defaultPrevented: false, stopped: false }, init);
  }
  preventDefault() {
    this.defaultPrevented = true;
  }
  stopPropagation() {
    this.stopped = true;
  }
}

export class Listened {
  constructor() {
    this.ears = [];
  }
  addEventListener(type, ear) {
    this.ears.push([type, ear]);
  }
  removeEventListener(type, ear) {
    this.ears = this.ears.filter(([kind, each]) => kind !== type || each !== ear);
  }
  dispatchEvent(event) {
    event.target ??= this;
    for (const [type, ear] of [...this.ears]) if (type === event.type) ear(event);
    if (event.bubbles && !event.stopped && this.parentElement) this.parentElement.dispatchEvent(event);
    return !event.defaultPrevented;
  }
}

class Element extends Listened {
  constructor(page, tag) {
    super();
    Object.assign(this, { page, tagName: tag.toUpperCase(), children: [], parentElement: null });
    Object.assign(this, { value: "", className: "", dataset: {}, attributes: {}, offsetParent: page });
    this.classList = {
      contains: (name) => this.className.split(" ").includes(name),
      add: (name) => (this.className += " " + name),
      remove: (name) => (this.className = this.className.replace(" " + name, "")),
    };
  }
  getAttribute(name) {
    const held = name.startsWith("data-") ? this.dataset[camel(name.slice(5))] : (this.attributes[name] ?? this[name]);
    return held ?? null;
  }
  setAttribute(name, value) {
    if (name === "class") this.className = value;
    else if (name.startsWith("data-")) this.dataset[camel(name.slice(5))] = value;
    else this.attributes[name] = this[name] = value;
  }
  appendChild(child) {
    if (child.parentElement)
      child.parentElement.children = child.parentElement.children.filter((each) => each !== child);
    child.parentElement = this;
    this.children.push(child);
    return child;
  }
  remove() {
    this.parentElement.children = this.parentElement.children.filter((each) => each !== this);
    this.parentElement = null;
    if (this.contains(this.page.activeElement)) this.page.activeElement = this.page.body;
  }
  get isConnected() {
    return this.page.body.contains(this);
  }
  get nextElementSibling() {
    const all = this.parentElement.children;
    return all[all.indexOf(this) + 1] ?? null;
  }
  get cellIndex() {
    return this.parentElement.children.indexOf(this);
  }
  contains(other) {
    for (let each = other; each; each = each.parentElement) if (each === this) return true;
    return false;
  }
  closest(selectors) {
    for (let each = this; each; each = each.parentElement) if (matches(each, selectors)) return each;
    return null;
  }
  querySelectorAll(selectors) {
    return this.children.flatMap((child) => [
      ...(matches(child, selectors) ? [child] : []),
      ...child.querySelectorAll(selectors),
    ]);
  }
  querySelector(selectors) {
    return this.querySelectorAll(selectors)[0] ?? null;
  }
  focus() {
    const before = this.page.activeElement;
    if (before === this) return;
    before.dispatchEvent(new Happening("blur"));
    this.page.activeElement = this;
  }
  blur() {
    if (this.page.activeElement === this) this.page.body.focus();
  }
  select() {}
  setSelectionRange() {}
  scrollIntoView() {}
}

export class Page extends Listened {
  constructor() {
    super();
    this.body = new Element(this, "body");
    this.activeElement = this.body;
  }
  createElement(tag) {
    return new Element(this, tag);
  }
  getElementById(id) {
    return this.querySelector(`[id="${id}"]`);
  }
  querySelector(selectors) {
    return this.body.querySelector(selectors);
  }
  // What a template would draw: `drawn("li", { "data-path": "a/1" }, drawn("textarea"))`.
  drawn(tag, attributes = {}, ...children) {
    const element = this.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const child of children) element.appendChild(child);
    return element;
  }
}
