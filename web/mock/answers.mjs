// SPDX-License-Identifier: EUPL-1.2
// The API over the invented country. Figures are made up on the spot.
import { chance, inventLevels, shapesOf } from "./country.mjs";
import { atOf, classesAfter, cohortOf, cohortsOf, compared, inventCells, knobsOf, movedOf, packCells, related, tableAfter, whatIfOf } from "./tools.mjs";

const kSituation = ["#441352", "#6f1f5f", "#973060", "#b74b5b", "#cf6c57", "#de905f", "#eab371", "#eed697", "#f5f5cb"];
const kDevelopment = ["#792c00", "#b3621e", "#e1ac6e", "#ededea", "#8ec2e1", "#4183b7", "#164781"];
const kWaves = [2002, 2008, 2012, 2014, 2016, 2018];
const kDimensions = [
  { id: "woningen", name: { nl: "Woningen", en: "Homes" } },
  { id: "voorzieningen", name: { nl: "Voorzieningen", en: "Services" } },
  { id: "veiligheid", name: { nl: "Veiligheid", en: "Safety" } },
];
const kClassNames = {
  nl: ["zeer onvoldoende", "ruim onvoldoende", "onvoldoende", "zwak", "voldoende", "ruim voldoende", "goed", "zeer goed", "uitstekend"],
  en: ["very inadequate", "clearly inadequate", "inadequate", "weak", "adequate", "clearly adequate", "good", "very good", "excellent"],
};
const kChangeNames = {
  nl: ["sterke achteruitgang", "achteruitgang", "lichte achteruitgang", "geen verandering", "lichte vooruitgang", "vooruitgang", "sterke vooruitgang"],
  en: ["strong decline", "decline", "slight decline", "no change", "slight improvement", "improvement", "strong improvement"],
};

const kClusters = {
  nl: ["Succes!", "Gestaag herstel", "Terugval", "Vroegsignalering", "niet ingedeeld"],
  en: ["Success!", "Steady recovery", "Relapse", "Early warning", "in no cluster"],
};
const kClusterColours = ["#0e7397", "#50bfbe", "#b74b21", "#ebbd57", "#ffffff"];

const points = kWaves.map((year) => ({ id: String(year), from: year, to: year }));
const spans = kWaves
  .slice(1)
  .map((year, i) => ({ id: `${kWaves[i]}-${year}`, from: kWaves[i], to: year }))
  .concat([{ id: "2002-2018", from: 2002, to: 2018 }]);

function quantities() {
  return [
    { id: "class", kind: "class", name: { nl: "Leefbaarheid", en: "Liveability" }, periods: points, sure: true },
    { id: "development", kind: "development", name: { nl: "Ontwikkeling", en: "Development" }, periods: spans },
    { id: "score", kind: "score", name: { nl: "Score", en: "Score" }, periods: points },
    ...kDimensions.map(({ id, name }) => ({ id: `contribution-${id}`, kind: "contribution", name, periods: points })),
    { id: "typology", kind: "typology", name: { nl: "Vier typen", en: "Four types" }, periods: spans.slice(-1) },
    { id: "indicator.rent", kind: "indicator", group: kDimensions[0].name, name: { nl: "Sociale huurwoningen", en: "Social housing" }, periods: points.slice(2) },
    { id: "indicator.nuisance", kind: "indicator", group: kDimensions[2].name, name: { nl: "Overlast", en: "Nuisance" }, periods: points.slice(2) },
  ];
}

/** @param {number} wanted @param {number} [wantedCells] */
export function inventAnswers(wanted, wantedCells = 3000) {
  const { arcs, wijken, gemeenten } = inventLevels(wanted);
  const cells = inventCells(wantedCells);
  /** @type {Record<string, import("./country.mjs").Tiling>} */
  const levels = { wijk: wijken, gemeente: gemeenten, cell: cells.tiling };
  const project = {
    title: "Voorbeeldland (verzonnen)",
    version: "0.0.0",
    levels: [
      { id: "wijk", name: { nl: "Wijk", en: "District" }, plural: { nl: "Wijken", en: "Districts" } },
      { id: "gemeente", name: { nl: "Gemeente", en: "Municipality" }, plural: { nl: "Gemeenten", en: "Municipalities" } },
      { id: "cell", name: { nl: "Cel", en: "Cell" }, plural: { nl: "Cellen", en: "Cells" } },
    ],
    editions: [
      {
        id: "anders",
        title: { nl: "Anders verzonnen", en: "Invented otherwise" },
        publisher: { nl: "Voorbeeldland", en: "Voorbeeldland" },
        licence: "CC0-1.0",
        waves: kWaves,
        dimensions: kDimensions,
        caveats: [],
      },
      {
        id: "verzonnen",
        title: { nl: "Verzonnen leefbaarheid", en: "Invented liveability" },
        publisher: { nl: "Voorbeeldland", en: "Voorbeeldland" },
        licence: "CC0-1.0",
        waves: kWaves,
        dimensions: kDimensions,
        caveats: [{ nl: "Alle cijfers zijn verzonnen.", en: "All figures are invented." }],
      },
    ],
    views: ["anders/wijk", ...Object.keys(levels).map((level) => `verzonnen/${level}`)].map((id) => {
      const [edition, level] = id.split("/");
      return {
        id: `${id}/2016`,
        edition,
        level,
        vintage: 2016,
        areas: levels[level].codes.length,
        shapes: level === "cell" ? null : `${level}/2016`,
        cells: level === "cell" ? "cell/2016" : null,
        quantities: quantities(),
      };
    }),
  };

  /** @type {Map<string, { status: number, type: string, body: Buffer }>} */
  const made = new Map();
  /** @param {string} path @param {URLSearchParams} asked */
  const answer = (path, asked) => {
    const lang = asked.get("lang") === "en" ? "en" : "nl";
    const key = `${path}?${asked}`;
    const known = made.get(key);
    if (known) return known;
    const fresh = respond(path.split("/"), lang, asked) ?? missing(lang);
    made.set(key, fresh);
    return fresh;
  };
  return answer;

  /** @param {string[]} parts @param {"nl" | "en"} lang @param {URLSearchParams} asked */
  function respond([what, ...rest], lang, asked) {
    if (what === "project") return json(project);
    if (what === "areas" && levels[rest[0]]) return json(areasOf(levels[rest[0]]));
    if (what === "shapes" && levels[rest[0]]) {
      const scale = /** @type {"low" | "mid" | "full"} */ (rest[2]);
      return binary(shapesOf(levels[rest[0]], arcs, scale));
    }
    if (what === "find") return json(found(asked.get("q") ?? ""));
    if (what === "profile") return profile(rest[0], lang);
    if (what === "explain") return explained(rest[0], lang);
    if (what === "cells") return binary(packCells(cells));
    if (what === "at") {
      const found = atOf(levels[rest[0]], wijken, Number(rest[2]));
      return found && json(found);
    }
    if (what === "compare") {
      const chosen = (asked.get("areas") ?? "").split(",").flatMap((code) => {
        const of = Object.values(levels).find((t) => t.codes.includes(code));
        return of ? [{ tiling: of, at: of.codes.indexOf(code) }] : [];
      });
      return json(compared(lang, chosen, (t, wave) => valuesOf(t, "class", String(wave)), kWaves));
    }
    if (what === "what-if" && rest.length === 1) return rest[0] === "verzonnen" ? json(knobsOf(lang, kWaves)) : null;
    const tiling = levels[rest[1]];
    if (!tiling) return null;
    if (what === "relation") return json(related(lang, asked.get("x") ?? "", asked.get("y") ?? ""));
    if (what === "cohorts") return json(cohortsOf(lang));
    if (what === "cohort") {
      const made = cohortOf(lang, tiling, valuesOf(tiling, "class", "2018"), asked);
      return made.refused ? refused(made.refused) : json(made);
    }
    if (what === "what-if") {
      const before = valuesOf(tiling, "class", rest[3]);
      const after = classesAfter(before.classes, asked);
      if (rest[4] === "classes") return binary(Buffer.from(after));
      if (rest[4] === "table.csv") return csv(tableAfter(tiling, before, after, asked));
      if (rest[4] === "moved") return binary(Buffer.from(movedOf(before.classes, after)));
      const shown = legend(tiling, { classes: after }, "class", rest[3], lang);
      return json(whatIfOf(lang, tiling, before.classes, after, shown));
    }
    if (what === "map") return drawn();
    const values = valuesOf(tiling, rest[3], rest[4]);
    if (what === "classes") return binary(Buffer.from(values.classes));
    if (what === "numbers") return binary(Buffer.from(Float32Array.from(values.numbers).buffer));
    if (what === "sure") return binary(Buffer.from(sureOf(values)));
    if (what === "legend") return json(legend(tiling, values, rest[3], rest[4], lang));
    return null;
  }

  /** @param {import("./country.mjs").Tiling} tiling */
  function areasOf(tiling) {
    const { level, codes, names, gemeenten: in_, residents, centres } = tiling;
    return { level, vintage: 2016, codes, names, gemeenten: in_, residents, centres };
  }

  /** @param {string} q */
  function found(q) {
    const plain = q.trim().toLowerCase();
    /** @param {(name: string) => boolean} fits */
    const pick = (fits) =>
      Object.values(levels)
        .reverse()
        .flatMap((t) =>
          t.names.flatMap((name, i) =>
            fits(name.toLowerCase()) || t.codes[i].toLowerCase() === plain
              ? [{ code: t.codes[i], name, gemeente: t.gemeenten[i], level: t.level, vintage: 2016, has_figures: true }]
              : [],
          ),
        )
        .slice(0, 12);
    const exact = pick((name) => name.includes(plain));
    return { found: exact, perhaps: exact.length > 0 ? [] : pick((n) => n.startsWith(plain.slice(0, 2))).slice(0, 5) };
  }

  /** @param {string} code @param {"nl" | "en"} lang */
  function profile(code, lang) {
    const tiling = Object.values(levels).find((t) => t.codes.includes(code));
    if (!tiling) return null;
    const at = tiling.codes.indexOf(code);
    const waves = kWaves.map((wave) => {
      const values = valuesOf(tiling, "class", String(wave));
      const byte = values.classes[at];
      const known = byte > 0 && byte < 240;
      return {
        wave,
        class: known ? byte : null,
        class_name: known ? kClassNames[lang][byte - 1] : lang === "nl" ? "niet bekend" : "not known",
        score: known ? text(values.numbers[at], 3, lang) : "",
        number: values.numbers[at],
      };
    });
    const name = tiling.names[at];
    const last = waves[waves.length - 1];
    return json({
      code,
      name,
      gemeente: tiling.gemeenten[at],
      level: tiling.level,
      lede: lang === "nl"
        ? [`In 2018 is de leefbaarheid van ${name} ${last.class_name}.`, "Deze cijfers zijn verzonnen."]
        : [`In 2018 the liveability of ${name} is ${last.class_name}.`, "These figures are invented."],
      chapters: [
        {
          id: "editie-verzonnen",
          title: lang === "nl" ? "Verzonnen leefbaarheid" : "Invented liveability",
          blocks: [
            { kind: "paragraph", texts: [lang === "nl" ? "Er wonen mensen." : "People live here."] },
            {
              kind: "chart",
              id: "fig-path",
              title: lang === "nl" ? `De score van ${name}` : `The score of ${name}`,
              subtitle: lang === "nl" ? "Verzonnen score per meting" : "Invented score by wave",
              description: "",
              source: lang === "nl" ? "Bron: verzonnen." : "Source: invented.",
              svg: path(waves.map(({ number }) => number), name),
              table: null,
            },
            {
              kind: "table",
              id: "t-waves",
              title: lang === "nl" ? "Leefbaarheid per meting" : "Liveability by wave",
              head: lang === "nl" ? ["meting", "klasse", "score"] : ["wave", "class", "score"],
              rows: waves.map(({ wave, class_name, score }) => [String(wave), class_name, score]),
            },
            { kind: "links", items: [{ text: lang === "nl" ? "Waaruit deze score bestaat, per indicator" : "What this score is made of, by indicator", address: `/opbouw/verzonnen/${code}?lang=${lang}` }] },
            { kind: "links", items: [{ text: tiling.names[(at + 1) % tiling.names.length], address: `/gebied/${tiling.codes[(at + 1) % tiling.codes.length]}?lang=${lang}` }, { text: lang === "nl" ? "De groep met een lage score" : "The group with a low score", address: `/groep/verzonnen/${tiling.level}/2016?rule=${encodeURIComponent("score[2018] < 4,0")}` }] },
            { kind: "bullets", texts: [lang === "nl" ? "Voorbeeldland bestaat niet." : "Voorbeeldland does not exist."] },
          ],
        },
      ],
    });
  }
}

/** @param {string} edition @param {"nl" | "en"} lang */
function explained(edition, lang) {
  if (edition !== "verzonnen") return null;
  const dutch = lang === "nl";
  const head = dutch ? ["indicator", "bijdrage"] : ["indicator", "contribution"];
  return json({
    title: dutch ? "Waaruit de score bestaat" : "What the score is made of",
    lede: [dutch ? "‘Groen’ draagt het meest bij (0,012 punt)." : "'Green' adds most (0.012 points)."],
    chapters: [
      {
        title: dutch ? "De score in 2018" : "The score in 2018",
        blocks: [
          { kind: "table", id: "t-explained", title: dutch ? "Wat elke indicator bijdraagt" : "What each indicator adds", head, rows: [[dutch ? "Groen" : "Green", dutch ? "+0,0120" : "+0.0120"]] },
        ],
      },
    ],
  });
}

/** @param {number} value @param {number} decimals @param {"nl" | "en"} lang */
function text(value, decimals, lang) {
  if (!Number.isFinite(value)) return "";
  const english = value.toLocaleString("en-GB", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  if (lang === "en") return english.replace("-", "\u2212");
  return english.replace(/[,.]/g, (sign) => (sign === "," ? "." : ",")).replace("-", "\u2212");
}

/** @param {import("./country.mjs").Tiling} tiling @param {string} quantity @param {string} period */
function valuesOf(tiling, quantity, period) {
  const [from, to] = period.split("-").map(Number);
  const isDevelopment = quantity === "development";
  if (quantity === "typology") {
    const classes = tiling.codes.map((_, i) => (i % 3 === 0 ? 1 + ((i / 3) % 4) : 5));
    return { numbers: classes.map(() => NaN), classes };
  }
  const random = chance(quantity.length * 7919 + from * 31 + (to || 0));
  const drift = ((to || from) - 2010) / 90;
  const numbers = tiling.wealth.map((wealth, i) => {
    const noise = random() - 0.5;
    if (isDevelopment) return noise * 0.7 + Math.sin(i / 9) * 0.12 + 0.03;
    if (quantity === "class" || quantity === "score") return 4.1 + (wealth - 0.5 + drift) * 0.9 + noise * 0.1;
    return (wealth - 0.5) * 0.3 + noise * 0.25;
  });
  const classes = numbers.map((number, i) => {
    if (i % 41 === 7) return 240;
    if (i % 67 === 3) return 241;
    if (isDevelopment) return bounded(Math.round(4 + number * 10), 7);
    if (quantity === "class" || quantity === "score") return bounded(Math.round(5 + (number - 4.1) * 13), 9);
    return bounded(Math.round(4 + number * 13), 7);
  });
  return { numbers: numbers.map((n, i) => (classes[i] >= 240 ? NaN : n)), classes };
}

/** Unsure where the number lies near a limit, or anything does. @param {{ classes: number[] }} values */
function sureOf({ classes }) {
  return classes.map((c, i) => (c >= 240 ? 0 : i % 4 === 1 ? 2 : 1));
}

/** A map as the server would draw it. */
function drawn() {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200" viewBox="0 0 300 200">' +
    '<rect width="300" height="200" fill="#ffffff"/><rect x="20" y="20" width="120" height="90" fill="#cf6c57"/>' +
    '<text x="20" y="150" font-size="12">Bron: verzonnen</text></svg>';
  return { status: 200, type: "image/svg+xml", body: Buffer.from(svg) };
}

/** @param {number[]} numbers @param {string} name */
function path(numbers, name) {
  const points = numbers
    .flatMap((n, i) => (Number.isFinite(n) ? [`${20 + i * 60},${Math.round(150 - (n - 3.6) * 120)}`] : []))
    .join(" ");
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" class="wb-chart" width="360" height="160" ' +
    `viewBox="0 0 360 160" role="img" aria-label="${name}"><polyline points="${points}" ` +
    'fill="none" stroke="currentColor" stroke-width="2"/></svg>'
  );
}

/** @param {number} value @param {number} most */
function bounded(value, most) {
  return Math.min(Math.max(value, 1), most);
}

/** @param {import("./country.mjs").Tiling} tiling @param {{ classes: number[] }} values
 * @param {string} quantity @param {string} period @param {"nl" | "en"} lang */
function legend(tiling, values, quantity, period, lang) {
  const isSituation = quantity === "class" || quantity === "score";
  const isTypology = quantity === "typology";
  const colours = isTypology ? kClusterColours : isSituation ? kSituation : kDevelopment;
  const names = isTypology ? kClusters[lang] : isSituation ? kClassNames[lang] : kChangeNames[lang];
  const found = quantities().find((q) => q.id === quantity);
  const title = found ? found.name[lang] : quantity;
  const when = period.replace("-", "\u2013");
  const plural = tiling.level === "wijk" ? { nl: "wijken", en: "districts" } : tiling.level === "cell" ? { nl: "cellen", en: "cells" } : { nl: "gemeenten", en: "municipalities" };
  const counted = (/** @type {number} */ byte) => values.classes.filter((c) => c === byte).length;
  const absent = [
    { byte: 240, name: lang === "nl" ? "te weinig inwoners" : "too few residents", pattern: "hatch", areas: counted(240) },
    { byte: 241, name: lang === "nl" ? "niet gemeten" : "not measured", pattern: "dots", areas: counted(241) },
  ].filter(({ areas }) => areas > 0).map((each) => ({ ...each, areas: text(each.areas, 0, lang) }));
  return {
    title: `${title}, ${when}`,
    subtitle: lang === "nl" ? `${text(tiling.codes.length, 0, lang)} ${plural.nl}, verzonnen editie` : `${text(tiling.codes.length, 0, lang)} ${plural.en}, invented edition`,
    source: lang === "nl" ? "Bron: Voorbeeldland, verzonnen cijfers." : "Source: Voorbeeldland, invented figures.",
    sentence: lang === "nl" ? "Deze cijfers zijn verzonnen en gaan over niemand." : "These figures are invented and are about nobody.",
    mean: lang === "nl" ? "klasse van het landelijk gemiddelde" : "class of the mean of the country",
    notes: [lang === "nl" ? "Gearceerd: minder dan 50 inwoners." : "Hatched: fewer than 50 residents."],
    classes: colours.map((colour, i) => ({
      number: i + 1,
      name: names[i],
      limits: isSituation ? `${text(3.8 + i * 0.08, 2, lang)} ${lang === "nl" ? "tot" : "to"} ${text(3.88 + i * 0.08, 2, lang)}` : "",
      colour,
      areas: text(counted(i + 1), 0, lang),
      residents: text(tiling.residents.reduce((sum, r, at) => sum + (values.classes[at] === i + 1 ? r : 0), 0), 0, lang),
      holds_mean: !isTypology && i === Math.floor(colours.length / 2),
    })),
    absent,
    palette: isTypology ? "typology" : isSituation ? "situation" : "development",
    sure: quantity === "class"
      ? {
          sentence: lang === "nl" ? "Van een kwart van de gebieden is de klasse onzeker." : "The class of a quarter of the areas is unsure.",
          unsure: { name: lang === "nl" ? "klasse onzeker" : "class unsure", areas: text(sureOf(values).filter((s) => s === 2).length, 0, lang) },
        }
      : null,
  };
}

/** @param {unknown} value */
function json(value) {
  return { status: 200, type: "application/json", body: Buffer.from(JSON.stringify(value)) };
}

/** @param {Buffer} body */
function binary(body) {
  return { status: 200, type: "application/octet-stream", body };
}

/** @param {string} text */
function csv(text) {
  return { status: 200, type: "text/csv; charset=utf-8", body: Buffer.from(text) };
}

/** @param {{ status: number }} error */
function refused(error) {
  return { status: error.status, type: "application/json", body: Buffer.from(JSON.stringify({ error })) };
}

/** @param {"nl" | "en"} lang */
function missing(lang) {
  const error = lang === "nl"
    ? { what: "dit is er niet", why: "het adres klopt niet", help: "ga terug naar de kaart", status: 404 }
    : { what: "this is not here", why: "the address is wrong", help: "go back to the map", status: 404 };
  return refused(error);
}
