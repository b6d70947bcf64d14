// A light site of goals by Eleventy: facts, text, one chart per key result, edges both ways. See ../README.md.
const DAY = 86_400_000;
const today = Date.parse(process.env.TODAY ?? "2026-11-16") / DAY;

export default function (config) {
  config.addGlobalData("layout", "goal.11ty.mjs");
  config.addGlobalData("today", today);
  config.addCollection("back", (api) => {
    const back = new Map();
    for (const item of api.getAll()) {
      const { supports = [], contributes = [], improves = [] } = item.data;
      for (const to of [...supports, ...contributes.map((it) => it.to), ...improves]) {
        back.set(to, [...(back.get(to) ?? []), item]);
      }
    }
    return back;
  });
  config.addCollection("byId", (api) => new Map(api.getAll().map((item) => [item.filePathStem.slice(1), item])));
  return {
    markdownTemplateEngine: false,
    dir: { input: "../project/goals", includes: "../../eleventy/_includes", output: "_site" },
  };
}
