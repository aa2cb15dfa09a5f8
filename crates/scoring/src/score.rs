//! Right, made up, missed.

use std::fmt;

/// How often something was right, made up and missed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// Found, and right.
    pub right: usize,
    /// Found, and not there or not so.
    pub made_up: usize,
    /// There, and not found or not so.
    pub missed: usize,
}

impl Score {
    /// Found where there is one: right, or both made up and missed.
    pub fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.made_up += usize::from(!right);
        self.missed += usize::from(!right);
    }

    /// The counts of both.
    pub fn add(&mut self, other: Self) {
        self.right += other.right;
        self.made_up += other.made_up;
        self.missed += other.missed;
    }

    /// The share of what was found that is right; 1 where nothing was found.
    pub fn precision(&self) -> f64 {
        share(self.right, self.made_up)
    }

    /// The share of what is there that was found; 1 where nothing is there.
    pub fn recall(&self) -> f64 {
        share(self.right, self.missed)
    }

    /// The harmonic mean of precision and recall.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of a corpus")]
fn share(right: usize, wrong: usize) -> f64 {
    if right + wrong == 0 { 1.0 } else { right as f64 / (right + wrong) as f64 }
}

/// Precision, recall and F1: of counts, or the mean of many texts'.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Figures {
    /// The share of what was found that is right.
    pub precision: f64,
    /// The share of what is there that was found.
    pub recall: f64,
    /// Their harmonic mean; of many texts the mean of those.
    pub f1: f64,
}

impl Figures {
    /// The mean of each figure; nothing of no figures.
    pub fn mean(all: &[Self]) -> Option<Self> {
        #[expect(clippy::cast_precision_loss, reason = "a count of texts")]
        let count = all.len() as f64;
        let mean = |figure: fn(&Self) -> f64| all.iter().map(figure).sum::<f64>() / count;
        (!all.is_empty()).then(|| Self {
            precision: mean(|f| f.precision),
            recall: mean(|f| f.recall),
            f1: mean(|f| f.f1),
        })
    }
}

impl From<Score> for Figures {
    fn from(score: Score) -> Self {
        Self { precision: score.precision(), recall: score.recall(), f1: score.f1() }
    }
}

impl fmt::Display for Figures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} {:.3} {:.3}", self.precision, self.recall, self.f1)
    }
}

/// One measure, on both parts of a corpus.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// What is measured: `value of TIMEX3`.
    pub measure: &'static str,
    /// On the part that may be looked at.
    pub development: Figures,
    /// On the part that is held out; nothing where there is no such part.
    pub held: Option<Figures>,
}

/// Counts for a row, while they grow.
pub(crate) struct Tally {
    measure: &'static str,
    development: Score,
    held: Score,
}

impl Tally {
    pub(crate) fn new(measure: &'static str) -> Self {
        Self { measure, development: Score::default(), held: Score::default() }
    }

    /// The counts of one part.
    pub(crate) fn part(&mut self, held: bool) -> &mut Score {
        if held { &mut self.held } else { &mut self.development }
    }
}

impl From<Tally> for Row {
    fn from(tally: Tally) -> Self {
        Self { measure: tally.measure, development: tally.development.into(), held: Some(tally.held.into()) }
    }
}

/// What scoring a corpus found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    /// The measures.
    pub rows: Vec<Row>,
    /// The errors, a line each; of the development part only.
    pub errors: Vec<String>,
}

impl Report {
    pub(crate) fn new(tallies: impl IntoIterator<Item = Tally>, errors: Vec<String>) -> Self {
        Self { rows: tallies.into_iter().map(Row::from).collect(), errors }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn precision_and_recall_are_shares_and_f1_their_harmonic_mean() {
        let score = Score { right: 6, made_up: 2, missed: 6 };
        assert_eq!(Figures::from(score).to_string(), "0.750 0.500 0.600");
    }

    #[test]
    fn nothing_to_find_and_nothing_found_is_right() {
        assert_eq!(Figures::from(Score::default()).to_string(), "1.000 1.000 1.000");
        assert_eq!(Score { missed: 3, ..Score::default() }.f1().to_string(), "0");
    }

    #[test]
    fn what_is_found_and_wrong_is_made_up_and_missed() {
        let mut score = Score::default();
        score.count(true);
        score.count(false);
        assert_eq!(score, Score { right: 1, made_up: 1, missed: 1 });
    }
}
