// The page of a goal, KPI or unit.
const DAY = 86_400_000;
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
const day = (value) => (value instanceof Date ? value.getTime() : Date.parse(value)) / DAY;
const told = (value) => new Date(day(value) * DAY).toISOString().slice(0, 10);
const start = Date.UTC(2026, 9, 1) / DAY;
const days = 91;

function figures(result) {
  const { baseline, target } = result.metric;
  const share = (value) => (value - baseline) / (target - baseline);
  const points = (result.checkins ?? []).map((it) => ({ ...it, at: day(it.date) - start, share: share(it.value) }));
  const last = points.at(-1);
  const expected = (0.7 * (last?.at ?? 0)) / days;
  return { points, last, progress: last?.share ?? 0, pace: last && expected ? last.share / expected : 1 };
}

function chart(result, { points }, today) {
  const x = (at) => (6 + (337.1 * at) / days).toFixed(1);
  const y = (share) => (35 + 138 * share).toFixed(1);
  const unit = escape(result.metric.unit);
  const signs = points.map((it) => `<circle class="gs-point" cx="${x(it.at)}" cy="${y(it.share)}" r="3.4"><title>${told(it.date)} · ${it.value} ${unit}</title></circle>`);
  return `<svg class="gs-chart" viewBox="0 0 480 208" role="img"><title>${escape(result.title)}</title><path class="gs-axis" d="M6 186H343"/><path class="gs-guide gs-baseline" d="M6 35H343"/><path class="gs-guide gs-target" d="M6 173H343"/><path class="gs-today" d="M${x(today - start)} 20V186"/><path class="gs-plan" d="M6 35L343 ${y(0.7)}"/><path class="gs-line" d="M${points.map((it) => `${x(it.at)} ${y(it.share)}`).join("L")}"/>${signs.join("")}<text x="350" y="35">baseline ${result.metric.baseline} ${unit}</text><text x="350" y="173">target ${result.metric.target} ${unit}</text></svg>`;
}

function keyResult(result, today) {
  const its = figures(result);
  const log = its.points.toReversed().map((it) => `<li>${told(it.date)} <b>${it.value}</b> confidence ${it.confidence}<p>${escape(it.note ?? "")}</p></li>`);
  return `<li><h3>${escape(result.title)}</h3><p>${(100 * its.progress).toFixed(0)}%, pace ${its.pace.toFixed(2)}, ${escape(result.owner)}</p>${chart(result, its, today)}<ol>${log.join("")}</ol></li>`;
}

const links = (items) => items.map((it) => `<li><a href="${it.url}">${escape(it.data.title)}</a></li>`).join("");

export function render(data) {
  const id = data.page.filePathStem.slice(1);
  const up = [...(data.supports ?? []), ...(data.contributes ?? []).map((it) => it.to), ...(data.improves ?? [])];
  const above = up.map((it) => data.collections.byId.get(it)).filter(Boolean);
  const results = (data.key_results ?? []).map((it) => keyResult(it, data.today)).join("");
  const values = (data.series ?? []).map(([at, value]) => `<tr><td>${told(at)}</td><td>${value}</td></tr>`).join("");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escape(data.title)}</title></head>
<body><h1>${escape(data.title)}</h1><p>${escape(data.owner ?? "")}</p>
<ul>${results}</ul><table>${values}</table><div>${data.content}</div>
<h2>Why it exists</h2><ul>${links(above)}</ul><h2>Who carries it</h2><ul>${links(data.collections.back.get(id) ?? [])}</ul>
</body></html>`;
}
