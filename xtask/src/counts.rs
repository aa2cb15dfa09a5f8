//! How many tests passed and failed, from what a runner prints at its end.

use std::ops::AddAssign;

/// The counts of one runner, or of all.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counts {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Counts {
    /// One check that passed or failed as a whole.
    pub(crate) fn one(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into(), skipped: 0 }
    }

    /// The sum of all lines `test result: ok. 3 passed; 0 failed; 1 ignored; …`, of cargo's and wasm-bindgen's runner.
    pub(crate) fn of_cargo(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines().filter_map(|line| line.trim().strip_prefix("test result: ")) {
            let line = line.split_once(". ").map_or(line, |(_, numbers)| numbers);
            for part in line.split(';') {
                let Some((number, what)) = part.trim().split_once(' ') else { continue };
                counts.add(what, number);
            }
        }
        counts
    }

    /// The lines `ℹ pass 3` of node's runner, or `# pass 3` in TAP.
    pub(crate) fn of_node(output: &str) -> Self {
        let mut counts = Self::default();
        for line in output.lines() {
            let mut words = line.split_whitespace();
            if let (Some("ℹ" | "#"), Some(what), Some(number), None) =
                (words.next(), words.next(), words.next(), words.next())
            {
                counts.add(what, number);
            }
        }
        counts
    }

    /// A runner that failed before any test did has still failed.
    pub(crate) fn and_failure(mut self, success: bool) -> Self {
        if !success && self.failed == 0 {
            self.failed = 1;
        }
        self
    }

    fn add(&mut self, what: &str, number: &str) {
        let number = number.parse().unwrap_or(0);
        match what {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_results_of_all_of_cargos_test_programs_are_added() {
        let output = "\
running 4 tests
test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s
test result: FAILED. 10 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.01s
test result: ok. 5 passed; 0 failed; 0 ignored; 0 filtered out
";
        assert_eq!(Counts::of_cargo(output), Counts { passed: 18, failed: 2, skipped: 1 });
        assert_eq!(Counts::of_cargo("error: it does not compile"), Counts::default());
    }

    #[test]
    fn nodes_summary_is_read_in_both_forms() {
        let counts = Counts { passed: 7, failed: 3, skipped: 2 };
        assert_eq!(Counts::of_node("ℹ tests 10\nℹ pass 7\nℹ fail 2\nℹ cancelled 1\nℹ skipped 1\nℹ todo 1\n"), counts);
        assert_eq!(Counts::of_node("# tests 10\n# pass 7\n# fail 3\n# skipped 2\n# a note of 4 words"), counts);
    }

    #[test]
    fn a_runner_that_does_not_start_counts_as_one_failure() {
        assert_eq!(Counts::default().and_failure(false).failed, 1);
        assert_eq!(Counts { failed: 2, ..Counts::default() }.and_failure(false).failed, 2);
        assert_eq!(Counts::one(true).and_failure(true), Counts { passed: 1, failed: 0, skipped: 0 });
    }
}
