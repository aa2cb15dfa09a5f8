//! The words around names that tell their kinds.

use crate::mentions::any_of::{AnyOf, any_of};

/// Verbs that people do, and seldom anything else.
pub(super) const OF_PEOPLE: &AnyOf = any_of![
    "said",
    "says",
    "told",
    "tells",
    "added",
    "adds",
    "born",
    "married",
    "died",
    "resigned",
    "tweeted",
    "wrote",
    "explained",
    "argued",
    "replied",
    "recalled",
    "joked",
    "insisted",
    "believes",
    "thinks",
    "smiled",
    "sang",
    "starred",
    "graduated",
    "testified",
    "pleaded",
    "confessed",
    "scored",
    "played",
    "retired",
    "admitted",
    "apologised",
    "apologized",
    "thanked",
    "stressed",
    "emphasised",
    "emphasized",
    "hopes",
    "recorded",
];

/// Prepositions that places follow.
pub(super) const OF_PLACES: &AnyOf = any_of!["in", "near", "around", "across", "outside", "throughout", "within"];

/// Nouns that stand before an organisation's name or after it.
pub(super) const OF_ORGANISATIONS: &AnyOf = any_of![
    "company",
    "firm",
    "agency",
    "newspaper",
    "magazine",
    "website",
    "broadcaster",
    "bank",
    "group",
    "party",
    "airline",
    "maker",
    "carmaker",
    "manufacturer",
    "retailer",
    "supplier",
    "operator",
    "giant",
    "startup",
    "publisher",
    "label",
    "band",
    "club",
    "team",
    "employees",
    "shares",
];

/// More of them, of which one before a name is enough: `the union Acme`.
pub(super) const ALSO_ORGANISATIONS: &AnyOf = any_of![
    "union",
    "charity",
    "brewer",
    "drugmaker",
    "insurer",
    "lender",
    "service",
    "watchdog",
    "regulator",
    "consultancy",
    "chain",
    "platform",
    "brand",
];

/// Who and what is at an organisation: `analysts at Acme`.
pub(super) const AT_ORGANISATIONS: &AnyOf = any_of![
    "analyst",
    "analysts",
    "economist",
    "economists",
    "strategist",
    "strategists",
    "executive",
    "executives",
    "position",
    "positions",
    "employee",
    "employees",
    "engineer",
    "engineers",
    "trader",
    "traders",
    "job",
    "members",
    "staff",
    "worked",
    "workers",
    "works",
    "correspondent",
    "fellow",
    "journalist",
    "lawyer",
    "lecturer",
    "partner",
    "postdoc",
    "professor",
    "reporter",
    "researcher",
    "researchers",
    "scientist",
    "scientists",
    "student",
    "students",
];

/// Whom a name before them and a person's after them names as their
/// employer, their club or their band: `Acme engineer Jane Roe`.
pub(super) const PEOPLE_OF: &AnyOf = any_of![
    "officer",
    "organiser",
    "organizer",
    "analyst",
    "economist",
    "strategist",
    "executive",
    "editor",
    "director",
    "manager",
    "boss",
    "founder",
    "co-founder",
    "engineer",
    "striker",
    "midfielder",
    "defender",
    "goalkeeper",
    "winger",
    "captain",
    "coach",
    "quarterback",
    "guitarist",
    "drummer",
    "bassist",
    "frontman",
];

/// What one has or does with a company: `a stake in Acme`, `a bid from Acme`.
pub(super) const DEALS: &AnyOf = any_of![
    "stake",
    "board",
    "shares",
    "takeover",
    "acquisition",
    "merger",
    "bid",
    "shareholder",
    "shareholders",
    "subsidiary",
    "employees",
    "buyout",
    "buy-out",
];

/// What companies have.
pub(super) const OF_COMPANIES: &AnyOf =
    any_of!["shares", "stock", "board", "headquarters", "website", "ceo", "products", "revenue"];

/// What only companies have: `Acme’s shareholders`.
pub(super) const HAD_BY_COMPANIES: &AnyOf =
    any_of!["board", "ceo", "customers", "headquarters", "profits", "shareholders", "shares", "subsidiary"];

/// Offices that organisations have, and towns and states have not.
pub(super) const HEADS_OF_ORGANISATIONS: [&str; 21] = [
    "chairman",
    "chairwoman",
    "chairperson",
    "chief executive",
    "chief executive officer",
    "chief financial officer",
    "chief operating officer",
    "ceo",
    "cfo",
    "coo",
    "president and ceo",
    "managing director",
    "executive director",
    "director general",
    "director-general",
    "founder",
    "co-founder",
    "commissioner",
    "spokesman",
    "spokeswoman",
    "spokesperson",
];

/// Several of what organisations are: `bands such as Acme`.
pub(super) const SEVERAL_ORGANISATIONS: &AnyOf = any_of![
    "airlines",
    "agencies",
    "bands",
    "banks",
    "brands",
    "broadcasters",
    "carmakers",
    "chains",
    "charities",
    "clubs",
    "companies",
    "competitors",
    "firms",
    "giants",
    "insurers",
    "makers",
    "manufacturers",
    "newspapers",
    "organisations",
    "organizations",
    "outlets",
    "parties",
    "publishers",
    "retailers",
    "rivals",
    "startups",
    "suppliers",
    "teams",
    "unions",
];

/// What a company does: `Acme, which makes pencils`.
pub(super) const COMPANIES_DO: &AnyOf = any_of![
    "acquired",
    "develops",
    "employs",
    "makes",
    "manufactures",
    "operates",
    "owns",
    "produces",
    "provides",
    "publishes",
    "represents",
    "runs",
    "sells",
    "supplies",
];

/// What a company says that it does: `Acme said it expects a loss`.
pub(super) const COMPANIES_SAY: &AnyOf =
    any_of!["agreed", "aims", "earned", "expected", "expects", "intends", "planned", "plans", "posted", "sold"];

/// Whom people alone have.
pub(super) const KIN: &AnyOf = any_of![
    "brother",
    "brothers",
    "daughter",
    "daughters",
    "father",
    "husband",
    "mother",
    "parents",
    "sister",
    "sisters",
    "son",
    "sons",
    "widow",
    "wife",
];

/// Several of what places are: `the towns of Obra and Lorol`.
pub(super) const SEVERAL_PLACES: &AnyOf =
    any_of!["cities", "communes", "counties", "districts", "provinces", "suburbs", "towns", "villages"];

/// What is called by the place where it happens: `the Obra bombing`.
pub(super) const STRIKES_PLACES: &AnyOf =
    any_of!["bombing", "bombings", "disaster", "earthquake", "massacre", "shooting", "shootings", "siege"];

/// `the city of Obra`
pub(super) const SORTS_OF_PLACES: &AnyOf = any_of![
    "city",
    "town",
    "village",
    "province",
    "region",
    "island",
    "district",
    "suburb",
    "north",
    "south",
    "east",
    "west",
    "northeast",
    "northwest",
    "southeast",
    "southwest",
    "outskirts",
    "coast",
    "capital",
];

/// `chairman of Acme`, `a unit of Acme`
pub(super) const OF_A_BODY: &AnyOf = any_of![
    "ceo",
    "chairman",
    "director",
    "employee",
    "employees",
    "subsidiary",
    "member",
    "members",
    "founder",
    "co-founder",
    "spokesman",
    "spokeswoman",
    "unit",
    "part",
];
