//! What is told as lying ahead: `is expected to close in May`.

use super::{events, story};

#[test]
fn what_is_expected_on_a_day_is_planned_whoever_is_to_do_it() {
    assert_eq!(
        events("Acme Ltd is a firm in Lima. Acme's merger with Orbit Corp is expected to close in August 2019."),
        ["2019-08 Acme's merger with Orbit Corp is expected to close"]
    );
    assert_eq!(
        events("The cease-fire between Kenya and Peru is scheduled to take effect on Sunday."),
        ["2019-07-07 The cease-fire between Kenya and Peru is scheduled to take effect"]
    );
    assert_eq!(
        events("Jan Roe is scheduled to stand trial in Lima on July 12."),
        ["2019-07-12 Jan Roe is scheduled to stand trial in Lima"]
    );
    assert_eq!(
        events("The two leaders are expected to sign the treaty in Lima on July 12."),
        ["2019-07-12 The two leaders are expected to sign the treaty in Lima"]
    );
}

#[test]
fn what_will_be_done_on_a_day_is_planned_whatever_it_is() {
    assert_eq!(events("Jan Roe will be taken to court on July 20."), ["2019-07-20 Jan Roe will be taken to court"]);
    let switched = story("Acme's reactor in Lima is to be switched off on July 20.");
    assert_eq!(switched.events[0].status, story::Status::Planned);
    assert!(events("Acme makes cars. Acme will be based in Lima in 2020.").is_empty());
}
