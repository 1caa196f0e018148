// Asks the server, and shows what it says. Nothing here guesses: how an answer came is in the answer.

const KINDS = {
  FRESH: 'fresh',
  STALE: 'stale',
  STALE_ON_ERROR: 'stale on error',
  LOADED: 'loaded',
  ERROR: 'error',
};
const SOURCES = { NEAR: 'from memory', STORE: 'from store', LOADER: 'from source' };
const FIRST = ['Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Africa/Nairobi', 'Australia/Sydney', 'America/Sao_Paulo'];
const SHOWN = 60;

const byId = (id) => document.getElementById(id);
const cards = new Map(); // by the id of the city
const answers = []; // the last ones, of all cards
let lives = { ttl: 5000, stale: 5000, staleIfError: 600000 };
let timer;

// ---- asking the server

async function call(path, options = {}) {
  const response = await fetch(`api/${path}`, { cache: 'no-store', ...options });
  const json = response.headers.get('Content-Type')?.startsWith('application/json');
  const body = await (json ? response.json() : response.text());
  if (!response.ok && !body.answer) {
    throw new Error(body.error ?? `${response.status} ${response.statusText}`);
  }
  return body;
}

async function ask(city) {
  const card = cards.get(city);
  if (!card || card.dataset.asking === 'true') {
    return;
  }
  card.dataset.asking = true;
  try {
    const answer = await call(`times/${city}`);
    show(card, answer);
    chart(answer);
    return answer;
  } finally {
    card.dataset.asking = false;
  }
}

async function tell(what, work) {
  try {
    await work;
    say(what);
  } catch (failure) {
    say(`It failed: ${failure.message}`);
  }
  return status();
}

function say(text) {
  byId('said').textContent = text;
}

// ---- cards

function add(city) {
  if (cards.has(city)) {
    return;
  }
  const card = byId('card').content.cloneNode(true).firstElementChild;
  const name = nameOf(city);
  card.dataset.city = city;
  card.dataset.answers = 0;
  part(card, 'name').textContent = name;
  part(card, 'place').textContent = city.split('/')[0];
  part(card, 'note').ariaLabel = `Note on ${name}`;
  action(card, 'close', `Remove ${name}`, () => remove(city));
  action(card, 'ask', `Ask ${name}`, async () => {
    const answer = await ask(city);
    if (answer) {
      say(`${name}: ${KINDS[answer.answer]}, ${SOURCES[answer.from]}, in ${millis(answer.millis)}.`);
    }
    status();
  });
  action(card, 'forget', `Invalidate ${name}`, () =>
    tell(`${name} is invalidated: the next ask must load it.`, call(`times/${city}`, { method: 'DELETE' })));
  part(card, 'note').addEventListener('change', ({ target }) => {
    const note = target.value.trim();
    tell(`The note on ${name} is kept.`, call(`notes/${city}`, note ? { method: 'PUT', body: note } : { method: 'DELETE' }));
  });
  cards.set(city, card);
  byId('cards').append(card);
  call(`notes/${city}`).then((note) => (part(card, 'note').value = note));
  remember();
}

function remove(city) {
  cards.get(city).remove();
  cards.delete(city);
  remember();
}

// The cities are in the address, so that it can be sent to somebody.
function remember() {
  history.replaceState(null, '', `#${[...cards.keys()].join(',')}`);
  const continents = [...new Set([...cards.keys()].map((city) => city.split('/')[0]))].sort();
  const chosen = byId('continent').value;
  byId('continent').replaceChildren(...continents.map((continent) => new Option(continent)));
  byId('continent').value = continents.includes(chosen) ? chosen : continents[0] ?? '';
}

const part = (card, name) => card.querySelector(`[data-is=${name}]`);
const nameOf = (city) => city.split('/').pop().replaceAll('_', ' ');

function action(card, name, label, work) {
  const button = card.querySelector(`[data-do=${name}]`);
  button.ariaLabel = label;
  button.addEventListener('click', work);
}

function show(card, answer) {
  card.dataset.answer = answer.answer;
  card.dataset.from = answer.from;
  part(card, 'badge').textContent = KINDS[answer.answer];
  part(card, 'from').textContent = SOURCES[answer.from];
  card.dataset.call = answer.call ?? '';
  card.dataset.answers = Number(card.dataset.answers) + 1;
  card.classList.remove('told');
  requestAnimationFrame(() => card.classList.add('told'));
  const facts = [`in ${millis(answer.millis)}`];
  if (answer.error) {
    delete card.dataset.local;
    part(card, 'time').textContent = '--:--:--';
    part(card, 'date').textContent = '';
    part(card, 'more').textContent = answer.error;
  } else {
    facts.unshift(`${seconds(answer.ageMillis)} old`);
    facts.push(`call ${answer.call}`);
    showTime(card, answer);
  }
  part(card, 'facts').textContent = facts.join(' · ');
}

function showTime(card, answer) {
  card.dataset.local = answer.local;
  card.dataset.since = performance.now() - answer.ageMillis;
  part(card, 'time').textContent = answer.local.slice(11, 19);
  part(card, 'time').dateTime = answer.local;
  part(card, 'date').textContent = day(answer.local, { weekday: 'short' });
  const season = answer.summerTime ? 'summer time' : 'standard time';
  const until = answer.nextChange ? ` until ${day(answer.nextChange, { year: 'numeric' })}` : '';
  part(card, 'more').textContent = `UTC${answer.offset.replace('Z', '')}, ${season}${until}`;
  age(card);
}

// Moves the hand of the life bar: what is cached grows older, whether or not anybody asks.
function age(card) {
  const old = performance.now() - card.dataset.since;
  const parts = [lives.ttl, lives.stale, lives.staleIfError];
  let rest = old;
  let place = 0;
  for (const length of parts) {
    place += Math.min(1, Math.max(0, rest / length)) / 3;
    rest -= length;
  }
  part(card, 'hand').style.left = `${place * 100}%`;
}

// ---- figures

const millis = (value) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
const seconds = (value) => `${(value / 1000).toFixed(1)} s`;
const day = (local, more) =>
  new Date(`${local.slice(0, 10)}T00:00`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', ...more });

async function status() {
  let now;
  try {
    now = await call('status');
  } catch {
    say('The server does not answer.');
    return;
  }
  byId('server').textContent = now.server.replace(/ \(\w+ Core.*/, '');
  byId('manager').textContent = now.manager;
  byId('calls').textContent = now.calls;
  byId('asked').textContent = Object.keys(KINDS).reduce((sum, kind) => sum + now.answers[kind], 0);
  byId('source').textContent = now.broken ? 'It is broken.' : 'It works.';
  byId('source').dataset.broken = now.broken;
  byId('break').disabled = now.broken;
  byId('mend').disabled = !now.broken;
  Object.entries(now.answers).forEach(([kind, count]) => (byId(`count-${kind}`).textContent = count));
  freshness(now.freshness);
  byId('summer').textContent = `${now.summerTime.cities} of ${now.summerTime.all} cities`;
  byId('summer-age').textContent = seconds(now.summerTime.ageMillis);
  if (now.nextChange) {
    byId('next').textContent = `${nameOf(now.nextChange.city)}, ${day(now.nextChange.at, { year: 'numeric' })}`;
    byId('next-age').textContent = seconds(now.nextChange.ageMillis);
  }
}

function freshness({ ttl, stale, staleIfError }) {
  const units = { s: 1000, m: 60000, h: 3600000 };
  const length = (text) => parseInt(text, 10) * units[text.at(-1)];
  const words = (text) => `${parseInt(text, 10)} ${text.at(-1) === 's' ? 's' : { m: 'min', h: 'h' }[text.at(-1)]}`;
  lives = { ttl: length(ttl), stale: length(stale), staleIfError: length(staleIfError) };
  byId('ttl').textContent = words(ttl);
  byId('stale').textContent = words(stale);
  byId('stale-if-error').textContent = words(staleIfError);
}

// ---- the chart: a bar for each answer, as high as the logarithm of its time

const WIDTH = 800;
const FLOOR = 140;
const LEFT = 52;
const heightOf = (value) => (Math.log10(Math.min(1000, Math.max(0.1, value))) + 1) * 32 + 3;

function svg(name, attributes, text) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  if (text) {
    element.textContent = text;
  }
  return element;
}

function chart(answer) {
  answers.push(answer);
  answers.splice(0, answers.length - SHOWN);
  draw();
}

function draw() {
  const board = byId('chart');
  const step = (WIDTH - LEFT) / SHOWN;
  const lines = [0.1, 1, 10, 100, 1000].flatMap((value) => {
    const y = FLOOR - heightOf(value) + 3;
    return [
      svg('line', { x1: LEFT, x2: WIDTH, y1: y, y2: y }),
      svg('text', { x: LEFT - 6, y: y + 4 }, value < 1000 ? `${value} ms` : '1 s'),
    ];
  });
  const bars = answers.map((answer, index) => {
    const height = heightOf(answer.millis);
    const x = LEFT + (SHOWN - answers.length + index) * step;
    const bar = svg('rect', { x: x + 1.5, y: FLOOR - height + 3, width: step - 3, height, rx: 2, 'data-answer': answer.answer });
    bar.append(svg('title', {}, `${answer.name}: ${KINDS[answer.answer]}, ${SOURCES[answer.from]}, ${millis(answer.millis)}`));
    return bar;
  });
  board.replaceChildren(...lines, ...bars);
  board.dataset.count = answers.length;
  board.ariaLabel = Object.entries(KINDS)
    .map(([kind, words]) => `${answers.filter((answer) => answer.answer === kind).length} ${words}`)
    .join(', ');
}

// ---- asking by itself: the cities in turn, so many a second

let turn = 0;

function pace() {
  const perSecond = Number(byId('pace').value);
  byId('pace-says').textContent = `${perSecond} per second`;
  clearInterval(timer);
  if (byId('auto').ariaPressed === 'true') {
    timer = setInterval(() => {
      const cities = [...cards.keys()];
      ask(cities[turn++ % cities.length])?.catch((failure) => say(`It failed: ${failure.message}`));
    }, 1000 / perSecond);
  }
}

// ---- the beginning

byId('bar').addEventListener('submit', (event) => {
  event.preventDefault();
  const city = byId('city').value.trim();
  if ([...byId('cities').options].some((option) => option.value === city)) {
    add(city);
    byId('city').value = '';
    say(`${nameOf(city)} is here.`);
  } else {
    byId('city').select();
    say(`There is no city ${city}; one is Europe/Berlin.`);
  }
});
byId('ask-all').addEventListener('click', () =>
  tell('All are asked.', Promise.all([...cards.keys()].map(ask))));
byId('auto').addEventListener('click', ({ target }) => {
  target.ariaPressed = target.ariaPressed !== 'true';
  pace();
});
byId('pace').addEventListener('input', pace);
byId('break').addEventListener('click', () =>
  tell('The source is broken. What is cached goes on.', call('source?broken=true', { method: 'PUT' })));
byId('mend').addEventListener('click', () =>
  tell('The source works again.', call('source?broken=false', { method: 'PUT' })));
byId('forget-continent').addEventListener('click', () => {
  const continent = byId('continent').value;
  tell(`All of ${continent} is invalidated, by its tag.`, call(`times?continent=${continent}`, { method: 'DELETE' }));
});
byId('forget-all').addEventListener('click', () =>
  tell('Nothing is cached now.', call('times', { method: 'DELETE' })));

const wanted = location.hash.slice(1).split(',').filter(Boolean);
(wanted.length ? wanted : FIRST).forEach(add);
draw();
status();
setInterval(status, 1000);
setInterval(() => cards.forEach((card) => card.dataset.local && age(card)), 250);
call('cities').then((cities) =>
  byId('cities').replaceChildren(...cities.map(({ city }) => new Option('', city))));
