(lang) => {
  const faults = [];
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const told = new Map();
  // A fault that many elements share is told of the first, with how many there are.
  const fault = (what, element) => {
    const count = told.get(what) ?? { count: 0, first: element && name(element) };
    count.count += 1;
    told.set(what, count);
  };
  const name = (element) => {
    const classes = (element.getAttribute("class") ?? "").trim().split(/\s+/).filter(Boolean).join(".");
    const id = element.id ? `#${element.id}` : "";
    const text = (element.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 40);
    return `<${element.tagName.toLowerCase()}${id}${classes && "." + classes}> "${text}"`;
  };
  const isShown = (element) => element.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
  const isHidden = (element) => element.closest("[aria-hidden=true], [inert]") !== null;
  const style = (element) => getComputedStyle(element);

  // What a screen reader calls an element, nearly as the accessible name computation has it.
  const named = (element) => {
    const by = element.getAttribute("aria-labelledby");
    if (by) return by.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? "").join(" ").trim();
    const own = element.getAttribute("aria-label")?.trim();
    if (own) return own;
    if (element.labels?.length) return [...element.labels].map((label) => label.textContent).join(" ").trim();
    if (element.alt !== undefined && element.tagName !== "A") return element.alt.trim();
    if (["submit", "button", "reset"].includes(element.type) && element.tagName === "INPUT") return element.value;
    const parts = [];
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) parts.push(node.data);
      if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return;
      const label = node.getAttribute("aria-label") ?? (node.tagName === "IMG" ? node.alt : null);
      if (label) parts.push(label);
      else if (node.tagName.toLowerCase() !== "style") node.childNodes.forEach(walk);
    };
    element.childNodes.forEach(walk);
    return parts.join(" ").trim() || (element.getAttribute("title") ?? "").trim();
  };

  // The page as a whole.
  const root = document.documentElement;
  if (root.lang.split("-")[0] !== lang) faults.push(`lang is "${root.lang}", and "${lang}" was asked for`);
  if (!document.title.trim()) faults.push("has no title");
  if (!document.querySelector("meta[name=viewport]")) faults.push("has no viewport");
  if (all("script:not([type='application/ld+json'])").length) faults.push("has a script");
  for (const element of all("[style], style")) fault("has a style of its own, which the policy refuses", element);
  for (const element of all("[tabindex]")) if (element.tabIndex > 0) fault("has a positive tabindex", element);
  const ids = new Map();
  for (const element of all("[id]")) ids.set(element.id, (ids.get(element.id) ?? 0) + 1);
  for (const [id, count] of ids) if (count > 1) fault(`id "${id}" stands ${count} times`);
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for"]) {
    for (const element of all(`[${attribute}]`)) {
      for (const id of element.getAttribute(attribute).split(/\s+/)) {
        if (!ids.has(id)) fault(`${attribute} names "${id}", which is not there`, element);
      }
    }
  }
  for (const link of all("a[href^='#']")) {
    const id = decodeURIComponent(link.getAttribute("href").slice(1));
    if (id && !ids.has(id)) fault(`leads to "#${id}", which is not there`, link);
  }

  // Headings and landmarks.
  const headings = all("h1, h2, h3, h4, h5, h6").filter((heading) => isShown(heading) && !isHidden(heading));
  const first = headings.filter((heading) => heading.tagName === "H1");
  if (first.length !== 1) faults.push(`has ${first.length} h1`);
  let level = 0;
  for (const heading of headings) {
    const own = Number(heading.tagName[1]);
    if (level && own > level + 1) fault(`a heading of level ${own} follows one of level ${level}`, heading);
    if (!heading.textContent.trim()) fault("an empty heading", heading);
    level = own;
  }
  if (all("main").length !== 1) faults.push(`has ${all("main").length} main`);
  for (const kind of ["nav, [role=navigation]", "aside, [role=complementary]", "[role=search], search"]) {
    const marks = all(kind).filter(isShown);
    const names = marks.map((mark) => mark.getAttribute("aria-label") ?? named(mark).slice(0, 0) + (mark.getAttribute("aria-labelledby") ?? ""));
    names.forEach((own, at) => {
      if (marks.length > 1 && (!own || names.indexOf(own) !== at)) fault("a landmark without a name of its own", marks[at]);
    });
  }

  // Names of what is met.
  for (const element of all("a[href], button, summary")) {
    if (isShown(element) && !isHidden(element) && !named(element)) fault("a link or button without a name", element);
  }
  for (const image of all("img")) if (!image.hasAttribute("alt")) fault("an image without alt", image);
  for (const image of all("svg")) {
    const silent = isHidden(image) || image.closest("[role=img], [role=group]") !== null;
    const picture = image.closest("[role=img], [role=group]");
    if (!silent && isShown(image)) fault("a drawing that is neither named nor hidden", image);
    if (picture && !isHidden(picture) && !named(picture)) fault("a picture without a name", picture);
  }
  for (const field of all("input:not([type=hidden]):not([type=submit]):not([type=button]), select, textarea")) {
    const label = field.labels?.length || field.getAttribute("aria-label") || field.getAttribute("aria-labelledby");
    if (!label) fault("a field without a label", field);
  }

  // Tables and lists.
  for (const table of all("table").filter((table) => !["presentation", "none"].includes(table.getAttribute("role")))) {
    if (!table.caption?.textContent.trim() && !table.getAttribute("aria-label") && !table.getAttribute("aria-labelledby")) {
      fault("a table without a caption", table);
    }
    if (!table.querySelector("th")) fault("a table without head cells", table);
    for (const head of all("th", table)) if (!head.scope && head.textContent.trim()) fault("a head cell without scope", head);
  }
  for (const list of all("ul, ol")) {
    const odd = [...list.children].find((child) => !["LI", "SCRIPT", "TEMPLATE"].includes(child.tagName));
    if (odd) fault("a list that holds what is no item", odd);
  }
  for (const item of all("li")) if (!item.closest("ul, ol, menu")) fault("an item outside of a list", item);

  // Width: nothing sticks out but what scrolls in a region of its own.
  const wide = root.scrollWidth - innerWidth;
  if (wide > 0) {
    const out = all("body *").filter((element) => {
      if (!isShown(element) || element.getBoundingClientRect().right <= innerWidth + 1) return false;
      for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
        if (style(at).overflowX !== "visible") return false;
      }
      return true;
    });
    faults.push(`${wide} px wider than the window: ${out.slice(0, 3).map(name).join(", ")}`);
  }
  for (const region of all("body *")) {
    const scrolls = ["auto", "scroll"].includes(style(region).overflowX) && region.scrollWidth > region.clientWidth + 1;
    if (!scrolls || !isShown(region)) continue;
    const focusable = region.tabIndex >= 0 || region.querySelector("a[href], button, input, select, textarea");
    if (!focusable) fault("a region that scrolls and cannot be reached by keyboard", region);
    if (region.tabIndex >= 0 && region.tagName !== "TEXTAREA" && !named(region)) fault("a region that scrolls without a name", region);
  }

  // Size of what is pressed: 24 px, or a circle of that size around its middle that meets nothing else; links inside of
  // text are let go (WCAG 2.2, 2.5.8).
  const pressed = all("a[href], button, summary, select, input:not([type=hidden])")
    .filter((element) => isShown(element) && !isHidden(element) && element.namespaceURI === root.namespaceURI)
    .map((element) => ({ element, box: element.getBoundingClientRect(), isInText: style(element).display === "inline" }))
    .filter(({ box }) => box.width > 1 && box.right > 0 && box.bottom + scrollY > 0);
  for (const { element, box, isInText } of pressed) {
    if (isInText || Math.min(box.height, box.width) >= 23.5) continue;
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    const isNear = ({ box: other }) => {
      const [dx, dy] = [Math.max(other.left - x, 0, x - other.right), Math.max(other.top - y, 0, y - other.bottom)];
      return Math.hypot(dx, dy) < 12;
    };
    const crowd = pressed.find((other) => other.element !== element && !element.contains(other.element) && isNear(other));
    if (crowd) fault(`${Math.round(box.width)} by ${Math.round(box.height)} px, too near to the next that is pressed`, element);
  }

  // Contrast of text.
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 1;
  const brush = canvas.getContext("2d", { willReadFrequently: true });
  const colours = new Map();
  const rgba = (colour) => {
    if (!colours.has(colour)) {
      brush.clearRect(0, 0, 1, 1);
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
      const [r, g, b, a] = brush.getImageData(0, 0, 1, 1).data;
      colours.set(colour, [r, g, b, a / 255]);
    }
    return colours.get(colour);
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const ground = (element) => {
    const layers = [];
    for (let at = element; at; at = at.parentElement) {
      if (style(at).backgroundImage !== "none") return null; // What it is drawn on cannot be told.
      const layer = rgba(style(at).backgroundColor);
      if (layer[3] > 0) layers.push(layer);
      if (layer[3] === 1) break;
    }
    const base = style(root).colorScheme.includes("dark") && matchMedia("(prefers-color-scheme: dark)").matches ? 18 : 255;
    return layers.reverse().reduce((under, layer) => over(layer, under), [base, base, base, 1]);
  };
  const light = ([r, g, b]) => {
    const linear = [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const seen = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || seen.has(element) || !isShown(element)) continue;
    seen.add(element);
    const own = style(element);
    const svg = element.ownerSVGElement;
    const back = ground(element);
    if (!back || element.closest("[disabled], title, desc, option")) continue;
    const front = over(rgba(svg ? own.fill : own.color), back);
    const [dark, bright] = [light(front), light(back)].sort((a, b) => a - b);
    const ratio = (bright + 0.05) / (dark + 0.05);
    const size = parseFloat(own.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(own.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5) - 0.005) {
      fault(`contrast ${ratio.toFixed(2)} of ${svg ? own.fill : own.color} on rgb(${back.slice(0, 3).map(Math.round)})`, element);
    }
  }

  for (const [what, { count, first: where }] of told) {
    faults.push(`${what}${where ? `: ${where}` : ""}${count > 1 ? ` and ${count - 1} more` : ""}`);
  }
  return faults;
}
