//! Who is quoted.

use super::story;

/// The quotes of a report: speaker and beginning.
fn quotes(body: &str) -> Vec<String> {
    let story = story(body);
    let name = |id: &story::EntityId| {
        story.entities.iter().find(|entity| entity.id == *id).map_or("?", |entity| entity.name.as_str())
    };
    let begins = |text: &str| text.split(' ').take(2).collect::<Vec<_>>().join(" ");
    let line = |quote: &story::Quote| {
        let speaker = quote.speaker.as_ref().map_or_else(|| "?".to_owned(), |id| name(id).to_owned());
        format!("{speaker}: {}", begins(&quote.text))
    };
    story.quotes.iter().map(line).collect()
}

#[test]
fn the_speaker_stands_before_the_age() {
    let text = "One of them, Marta Diaz, 42, a teacher from Lima, said: “We want a new bridge now.”";
    assert_eq!(quotes(text), ["Marta Diaz: We want"]);
}

#[test]
fn she_is_who_won_and_not_who_lost() {
    let text = "Marta Diaz won on Monday with a victory over Jane Roe.\n\n“I am glad that it is over,” she said.";
    assert_eq!(quotes(text), ["Marta Diaz: I am"]);
    let text = "Tom Adler won the match.\n\n“I am glad that it is over,” said the 36-year-old.";
    assert_eq!(quotes(text), ["Tom Adler: I am"]);
}

#[test]
fn speech_alone_is_of_whom_the_paragraph_before_tells() {
    let text = "Marta Diaz won the match.\n\n“I am glad that it is all over now.";
    let text = format!("{text}\n\n“I shall sleep for a week or two.”\n\nThe hall was full.");
    assert_eq!(quotes(&text), ["Marta Diaz: I am", "Marta Diaz: I shall"]);
    // Papers do not speak.
    assert!(quotes("Marta Diaz’s plans show it.\n\n“The hall shall be rebuilt by the town soon.”").is_empty());
}

#[test]
fn a_pronoun_is_whom_the_sentence_before_tells_of() {
    // Not who hangs on a preposition, or whose something is.
    let object = "Ada Berg was asked again whether she would take gifts from Lady Carter. \
                  Asked about Cleo Diaz's book, she said: “I have no time to read a book.”";
    assert_eq!(quotes(object), ["Ada Berg: I have"]);
    // Not someone before, where the subject has no name.
    let unnamed = "Ada Berg left the school in May. The teacher told of a brave pupil, Cleo Diaz. \
                   “It was a very long day for us,” she said.";
    assert_eq!(quotes(unnamed), ["?: It was"]);
    let after = "After Ada Berg won her match on Monday, it was Cleo Diaz who got the ball rolling.\n\n\
                 “I hope that I have started well today,” she told the club.";
    assert_eq!(quotes(after), ["Cleo Diaz: I hope"]);
    let sister = "Her letter gives thanks to her younger sister Ada Berg.\n\n\
                  “I was never so happy in this town,” she wrote.";
    assert_eq!(quotes(sister), ["?: I was"]);
}

#[test]
fn the_name_beside_a_title_speaks_and_not_what_the_title_is_of() {
    let text = "“It takes four months to fly with Acme,” the company's director, Ada Berg, told us.";
    assert_eq!(quotes(text), ["Ada Berg: It takes"]);
    let text = "“We shall see them in court,” the Kenyan ambassador to the Netherlands, Ada Berg, told us.";
    assert_eq!(quotes(text), ["Ada Berg: We shall"]);
    let text = "“It is a very rare mistake,” the owner of a company in Kenya told us.";
    assert_eq!(quotes(text), ["?: It is"]);
    let text =
        "Ada Berg wrote a song for her friends in May. “I have listened to it all morning,” Ada Berg‘s mother said.";
    assert_eq!(quotes(text), ["?: I have"]);
    let text = "“We have told the council twice,” officials at the United Nations said.";
    assert_eq!(quotes(text), ["United Nations: We have"]);
    let text = "According to reports, Ada Berg met the women whom she “kept alive with bread and water”.";
    assert_eq!(quotes(text), ["?: kept alive"]);
}

#[test]
fn a_quote_that_nothing_closed_goes_on_with_its_speaker() {
    let text = "Tom Adler met Olga Lin in May. “The towns are neighbours for ever,” Lin said. “We ask both to keep calm.\n\n\
                “We are willing to work with both,” he added.";
    assert_eq!(quotes(text), ["Olga Lin: The towns", "Olga Lin: We ask", "Olga Lin: We are"]);
}

#[test]
fn who_has_no_name_speaks_too() {
    let text = "Tom Adler admitted it. He paid a fine as the officer who made the arrest said he was \
                “sick and tired of people like this.” He added that it was late.";
    assert_eq!(quotes(text), ["?: sick and"]);
    let text = "Tom Adler was a poet of the town.\n\nOrla Radio, a researcher at the school, says that not all left. \
                Those who did took “the most necessary things of all”, he says.";
    assert_eq!(quotes(text), ["?: the most"]);
    assert_eq!(
        quotes("Tom Adler has lost. “We shall vote for him again,” a Tom Adler supporter said."),
        ["?: We shall"]
    );
}

#[test]
fn what_is_led_in_is_not_of_whom_the_next_sentence_tells() {
    let text = "Ada Berg came home on Friday. Berg added, “Lima is my home and you are my friends.” \
                Bo Carter said her return was good news.";
    assert_eq!(quotes(text), ["Ada Berg: Lima is"]);
    let part = "Ada Berg says it was closed while “the river was far too high.” Bo Carter said no more.";
    assert_eq!(quotes(part), ["Ada Berg: the river"]);
}

#[test]
fn parts_of_a_sentence_share_who_says_them() {
    let text = "Ada Berg told the council that the bridge “remains in good order” and is “waiting for its paint now”.";
    assert_eq!(quotes(text), ["Ada Berg: remains in", "Ada Berg: waiting for"]);
    let text = "Ada Berg stated that she had “no great wish” to own the bridge, and that Acme would \
                “refrain from using it”.";
    assert_eq!(quotes(text), ["Ada Berg: no great", "Ada Berg: refrain from"]);
    let text = "Ada Berg asked the banks to “wait for a while” and spoke of “a town that still makes pens”.";
    assert_eq!(quotes(text), ["Ada Berg: wait for", "Ada Berg: a town"]);
}

#[test]
fn who_judges_is_quoted_and_not_who_is_judged() {
    let text = "Ada Berg thanked Bo Carter for his “great concern for the old bridge”.";
    assert_eq!(quotes(text), ["Ada Berg: great concern"]);
    assert!(quotes("The bridge was condemned as “a danger to all of us”.").is_empty());
}

#[test]
fn a_speaker_has_words_before_and_behind_the_name() {
    let saying = "Delft mayor Ada Berg sent her wishes saying “We are glad that it is over.”";
    assert_eq!(quotes(saying), ["Ada Berg: We are"]);
    let host = "The host, Acme board member Ada Berg, has said the bridge “is against the interest of the town.”";
    assert_eq!(quotes(host), ["Ada Berg: is against"]);
    let union = "On this matter, Ada Berg, chairwoman of Local 15, Delft Workers union said “There is no doubt now.”";
    assert_eq!(quotes(union), ["Ada Berg: There is"]);
    assert_eq!(quotes("“We have good news of your bridge” said Ada Berg on Friday."), ["Ada Berg: We have"]);
}

#[test]
fn a_verb_far_from_its_subject_has_the_one_of_the_sentence() {
    let joined = "Mayor Ada Berg commented on her belief that the bridge “should never have been sold” and said its end \
                  was a time “to think of all who crossed it”.";
    assert_eq!(quotes(joined), ["Ada Berg: should never", "Ada Berg: to think"]);
    let adding = "Ada Berg thought of the bridge as “a very old thing” that “had to be closed”, adding to Delta Radio: \
                  “I feel no pity for it now.” However, Bo Carter called it “a very sad time”, telling us he was \
                  “sure for some years that it was safe”.";
    let berg = ["Ada Berg: a very", "Ada Berg: had to", "Ada Berg: I feel"];
    assert_eq!(quotes(adding), [&berg[..], &["Bo Carter: a very", "Bo Carter: sure for"]].concat());
    let calling = "Head of Acme Works Dr Ada Berg appealed for help, calling it “the worst flood of all that we saw”.";
    assert_eq!(quotes(calling), ["Ada Berg: the worst"]);
    let unsaid =
        "Ada Berg, a former clerk, praised the plan of Bo “Big” Carter and said the town “has waited for so long”.";
    assert_eq!(quotes(unsaid), ["Ada Berg: has waited"]);
}

#[test]
fn the_sentence_behind_a_quote_is_of_somebody_else() {
    let brother = "Bo Carter has denied it. In his last talk, he insisted he was “a very good man” who was “about to go \
                   and asked to be left in peace.” His brother Nils Carter claimed that “there never was a proof”.";
    assert_eq!(quotes(brother), ["Bo Carter: a very", "Bo Carter: about to", "Nils Carter: there never"]);
    let told = "“I think that this is a change,” Ada Berg said. “They have heard us at last.” Bo Carter said he had \
                thought of it for a year.";
    assert_eq!(quotes(told), ["Ada Berg: I think", "Ada Berg: They have"]);
    let other = "Ada Berg told us: “The bridge is far too old.” Bo Carter has left a letter. In it Carter maintains that it \
                 should stay.\n\n“The bridge is closed again, without any reason. It is not what the papers say it is.\n\n\
                 “The town cannot see why it was closed.”";
    assert_eq!(quotes(other), ["Ada Berg: The bridge", "Bo Carter: The bridge", "Bo Carter: The town"]);
}

#[test]
fn whose_words_they_are_may_stand_behind_by() {
    let text =
        "Ada Berg wrote a book of her years in Lima, described by the Delta Times as “a love story of the bridge”.";
    assert_eq!(quotes(text), ["Delta Times: a love"]);
    assert_eq!(quotes("“We must build it now,” Ada Berg was quoted as saying."), ["Ada Berg: We must"]);
}

#[test]
fn a_broadcast_in_marks_says_nothing() {
    let text = "In an interview on Delta’s “Face the Town,” Ada Berg said that the bridge “is far too old for cars.”";
    assert_eq!(quotes(text), ["Ada Berg: is far"]);
    let heard = "A film uses footage of Ada Berg asking, “Why am I not ahead of them?”";
    assert_eq!(quotes(heard), ["Ada Berg: Why am"]);
}

#[test]
fn a_title_that_hangs_on_a_body_is_the_speakers_own() {
    for said in [
        "Director-General of WHO Dr Marta Diaz",
        "Director-General of the World Health Organization, Dr Marta Diaz",
        "Treasury Under Secretary Marta Diaz",
    ] {
        let text = format!("The town waits for news. “We want a new bridge now,” said {said}.");
        assert_eq!(quotes(&text), ["Marta Diaz: We want"], "{said}");
    }
    let text = "A crowd waited for the bridge that Mayor Marta Diaz described as “a gift to all of us”.";
    assert_eq!(quotes(text), ["Marta Diaz: a gift"]);
}

#[test]
fn who_is_named_in_a_quote_does_not_say_it() {
    assert_eq!(quotes("Tom Adler died on Monday. He said: “Tom Adler was the best of us.”"), ["?: Tom Adler"]);
    assert_eq!(
        quotes("Coach Jan Roe spoke of Tom Adler. Adler was loved. “Adler was the best of us,” he said."),
        ["Jan Roe: Adler was"]
    );
}

#[test]
fn a_surname_may_be_a_word_for_a_role() {
    let text = "Mervyn King spoke on Monday. “The rates are high and will rise again,” said Mr King.";
    assert_eq!(quotes(text), ["Mervyn King: The rates"]);
}

#[test]
fn a_paper_that_tells_what_somebody_said_does_not_say_it() {
    let text = "According to Acme News, spokesman Tom Adler said on Friday that the town “would pay for a new bridge.”";
    assert_eq!(quotes(text), ["Tom Adler: would pay"]);
}

#[test]
fn who_is_named_behind_he_said_is_another() {
    let text = "Tom Adler spoke in Lima. Replacing Jan Roe, he said, would be hard, and Jan Berg may win.";
    let text = format!("{text}\n\n“This is a different time for all of us,” he said.");
    assert_eq!(quotes(&text), ["Tom Adler: This is"]);
}

#[test]
fn a_paragraph_of_speech_is_of_whom_the_one_before_presents_or_quotes_in_part() {
    for lead in [
        "And here’s the mayor of Lima, Marta Diaz:",
        "Marta Diaz has described the attack as \"an evil act of a few men\".",
    ] {
        let found = quotes(&format!(
            "Marta Diaz lives in Lima.\n\n{lead}\n\n\"It will be that spirit of the town that will hold us all together.\""
        ));
        assert!(found.contains(&"Marta Diaz: It will".to_owned()), "{lead} {found:?}");
    }
}

#[test]
fn who_has_two_roles_says_it() {
    for who in [
        "Acme Brewing founder and president Marta Diaz",
        "defense attorney and former prosecutor Marta Diaz",
        "Chairman of the Acme Board of Trustees Marta Diaz",
    ] {
        assert_eq!(
            quotes(&format!("“We are glad that it is over,” said {who} in a statement.")),
            ["Marta Diaz: We are"]
        );
    }
    let two = "“We are glad that it is over,” said the president and Mayor Marta Diaz on Monday.";
    assert_eq!(quotes(two), ["?: We are"]);
}
