"""Every rule takes what it is for, and leaves alone what a story says.

A line below a rule's name must be taken by that rule; one below the same name in
`PROSE` begins alike and must be taken by none.
"""

from __future__ import annotations

import re

import pytest

from newsdiff.reading.rules import Rule, load_rules

TAKEN = {
    "separator": ["---", "* * *", "___", "• • •", "~", "🌍 🌎"],
    "breadcrumb": [
        "Home » World » Bridge in Oslo closed after cracks were found",
        "News › Europe › Norway",
        "Home > News",
        "Home/Europe",
        "World > Europe > Norway",
    ],
    "read-more": [
        "Read Now:Ten Ferries You Should Take This Summer",
        "READ MORE: Mayor of Bergen resigns",
        "Also read | Storm hits the coast",
        "(Also Read: Storm hits the coast)",
        "Related articles",
        "Related: The ferry that never came",
        "You may also like",
        "You may like:",
        "Don’t miss: our summer quiz",
        "Continue reading…",
        "Watch: the moment the bridge fell",
        "Click here to read the rest",
        "Story continues below advertisement",
        "View this post on Instagram",
        "Watch the video above",
        "Listen to this article",
        "(Photo gallery)",
        "Read the full story here",
    ],
    "teaser": [
        "Trending News",
        "MOST READ",
        "Top stories:",
        "More from the World Desk",
        "Editor's Picks",
        "Up next",
        "In other news",
    ],
    "comment-form": [
        "Leave a Comment",
        "Leave A Reply ×",
        "12 comments",
        "Comments (3)",
        "Show all 14 comments",
        "Comments are closed.",
        "Please enter your name here",
        "Your email address will not be published. Required fields are marked *",
        "You must be logged in to post a comment.",
        "Comments are checked by Akismet. See how your comment data is processed.",
    ],
    "shortcode": [
        '[responsivevoice_button buttontext="Listen" voice="Hindi Female"]',
        "[/read_aloud]",
        '[gallery ids="1,2"]',
    ],
    "disclaimer": [
        "Denial of responsibility! This page collects news by machine.",
        "Disclaimer: what is said here is for information only.",
        "DMCA compliant image",
        "All trademarks belong to their rightful owners.",
        "This article was originally published by The Conversation.",
        "This story has been automatically generated.",
        "The views expressed in this article are the author’s own.",
        "Opinions expressed are solely those of the writer.",
        "This page has not been edited by the Daily staff.",
    ],
    "copyright": [
        "© 2023 The original publisher. All rights reserved.",
        "(c) 2021 Daily Post",
        "Copyright 2023 The Associated Press.",
        "All rights reserved.",
        "This story may not be published, rewritten or redistributed without leave.",
    ],
    "hashtags": ["#bridge", "#White #House #North #Korea", "#Oslo, #Norway"],
    "reference": [
        "Reference",
        "Source: The Daily Post",
        "Tags: bridges, Norway",
        "Filed under",
        "https://example.com/a/story",
        "Originally published on: example.com",
    ],
    "newsletter": [
        "The Velm Morning newsletter is our guide to the day. Sign up here.",
        "Log in, register or subscribe to save articles for later.",
        "Sign up for our daily newsletter",
        "Sign up now",
        "Subscribe",
        "Subscribe to our channel for more",
        "Get the latest news in your inbox",
        "Never miss a story. Subscribe to the newsletter.",
        "Download our free app",
        "Already a subscriber? Log in",
        "Become a member",
        "Enter your email address",
        "Join our WhatsApp channel",
    ],
    "share": [
        "Got it",
        "A",
        "Normal text size",
        "Share",
        "Share this article",
        "Share on Facebook",
        "Facebook",
        "Share Tweet Email",
        "Facebook | Twitter | WhatsApp",
        "Follow us on Twitter @dailypost",
        "Copy link",
    ],
    "advertisement": ["Advertisement", "AD", "Skip to main content", "Loading..."],
    "privacy": [
        "We use cookies to make this page better.",
        "Accept all cookies",
        "Privacy Policy",
        "Terms of Service | Privacy Policy",
        "By clicking “Sign up” you agree to our terms.",
    ],
    "contact": [
        "((ann.lee@example.org; +47 22 00 00 00))",
        "For any complaint, kindly write to us at – [email\xa0protected].",
        "[email protected]",
        "Contact us",
        "Got a tip? Write to the desk.",
        "Send us your tips",
        "Email the author at jane@example.com",
        "Report an error in this article",
        "For enquiries please call the desk.",
    ],
    "byline": [
        "By Jane Doe",
        "By JANE DOE and Ole Olsen",
        "Written by Jane Doe | Daily Post",
        "By Jane Doe, Norway Correspondent, in Oslo",
    ],
    "credits": [
        "(Reporting by Jane Doe in Oslo; Editing by Ole Olsen)",
        "Reporting by Jane Doe; Additional reporting by Li Na; Writing by Max O'Hara",
        "Additional reporting by Jane Doe",
        "(With inputs from agencies)",
        "Ole Olsen contributed to this report.",
        "Associated Press writer Jane Doe in Bergen contributed reporting.",
        "— AP",
        "Reuters",
        "(Additional reporting by Åse Lund, Al-Amin Roe, " + "Ann Lee, " * 40 + "and Bo"
        " Ek in VELM; Writing by Max O'Hara; Editing by Li Na and Jo van der Berg)",
        "Reporting by Ann Lee; editing by Bo Ek; Velm newsroom",
        "Reporting: Ann Lee. Editing: Bo Ek",
        "With files from The Canadian Press",
        "Ann Lee reported from Velm, and Bo Ek from Harn.",
        "Ann Lee reported from Velm. Bo Ek contributed reporting from Harn.",
        "Graphics by Ann Lee and Bo Ek",
        "With AAP",
        "with AFP and Reuters",
        "Our Standards: The Velm Wire Trust Principles.",
    ],
    "wire-note": [
        "(Adds quotes, background)",
        "(This version corrects the name of the mayor in paragraph 3)",
        "(Recasts with arrest, adds police comment)",
    ],
    "correction": [
        "Correction: An earlier version of this article gave another street.",
        "CORRECTION (May 5, 2024): The bridge is 90 metres long.",
        "Clarification: The mayor left before the vote.",
        "Editor's note: This story has been changed.",
        "This article was amended on 5 May 2024 to give the right street.",
        "• This story has been updated to include the mayor's answer.",
        "An earlier version of this story misspelled the name of the river.",
        "Corrections and clarifications: The mayor's name is Berg.",
    ],
    "time-stamp": [
        "10.42am",
        "14:05 GMT",
        "14:05",
        "16:07 16:07",
        "Updated 4:08 p.m. ET",
        "Last updated at 22:46 GMT",
        "Posted at 16:07",
        "Posted at 16:07 BST 5 May 2024",
        "2h ago",
        "35 minutes ago",
        "Key event",
        "Key events:",
        "Pinned",
        "Live updates",
        "This live page is now closed.",
    ],
    "stage-direction": [
        "(END VIDEOTAPE)",
        "(BEGIN VIDEO CLIP)",
        "(APPLAUSE)",
        "[laughter]",
        "(voice-over)",
        "(through translator)",
        "(COMMERCIAL BREAK)",
        "END TRANSCRIPT",
        "[END OF INTERVIEW]",
        "THIS IS A RUSH TRANSCRIPT. IT MAY BE UPDATED.",
    ],
    "release": [
        "FOR IMMEDIATE RELEASE",
        "For immediate release:",
        "Embargoed until 6am, 5 May",
        "SOURCE Velm Foods",
        "This press release contains forward-looking statements that may prove wrong.",
        "View original content to download multimedia: https://example.org/1",
    ],
    "release-end": [
        "Forward-Looking Statements",
        "Cautionary Note Regarding Forward-Looking Statements",
        "Notes to editors",
        "-ENDS-",
        "ends",
        "Media contact: Ann Lee, +47 22 00 00 00",
        "Media Contacts:",
        "Investor Relations Contact",
    ],
    "picture-credit": [
        "(Image: Velm Herald)",
        "Image: Velm Herald",
        "Image source, Getty Images",
        "Photo: Jane Doe",
        "Photo credit: Ole Olsen",
        "Photo: Ann Lee, 6 May 2024",
        "Picture: Ann Lee/Velm Herald",
    ],
    "picture-counter": [
        "1 of 4",
        "3/12",
        "1 of 4. Divers prepare a boat in the harbour of Velm.",
        "2 of 7 | Anna Berg speaks in Velm on Monday.",
    ],
    "reading-time": [
        "3 min read",
        "Reading time: 4 minutes",
        "1,204 views",
        "2.3K shares",
    ],
    "agency-credit": [
        "The bridge in Oslo on the morning after the storm (Reuters)",
        "Anna Berg at the town hall. (AP Photo/Ole Olsen)",
        "A ferry leaves the pier [File: Ole Olsen/Reuters]",
        "Ships in the harbour of Bergen (Photo by Jane Doe)",
        "The mayor speaks (Getty Images)",
        "Cracks in a pillar of the bridge | Reuters",
        "Anna Berg in 2019. (File photo)",
        "Photo by Jane Doe/AP",
        "Ole Olsen/AP",
    ],
    "photo-label": [
        "Photo: Jane Doe opens the bridge in Bergen.",
        "File photo of the bridge before the storm",
        "Image: the harbour at dawn",
        "Photo by Jane Doe",
        "Picture of the mayor beside the bridge",
        "The mayor in her office — Getty Images",
        "REUTERS/Jane Doe",
    ],
    "pointing": [
        "Anna Berg (left) and the mayor of Bergen in March",
        "Ole Olsen (second from right) at the opening",
        "Jane Doe (L) with Anna Berg (R)",
    ],
}
PROSE = {
    "breadcrumb": [
        "« Nous sommes prêts », a dit la maire à la presse mardi.",
        "Home prices in Oslo rose by 5 percent, the bank said.",
        "Home / away games will be played in Bergen.",
    ],
    "read-more": [
        "Read more than a dozen letters aloud, the court asked of her.",
        "Related costs will be paid by the state, the minister said.",
        "Watch officers at the port saw nothing, the report says.",
        "Listen closely and you hear the ice, the guide said.",
        "Recommended doses were exceeded in nine cases, the agency found.",
        "Keep reading levels high, the teachers’ union urged parents.",
        "Click here, the scammers told him, and he lost his savings.",
    ],
    "teaser": [
        "Trending news about the bridge was mostly false, researchers found.",
        "Top stories in the building were flooded first.",
        "In other news from Bergen, the council raised fares on Monday.",
        "Most read the letter only after the vote, members said.",
        "Up next for the court is the case of the ferry company.",
    ],
    "comment-form": [
        "Comments by the mayor angered the council on Monday.",
        "Leave a comment out of it, she told the committee.",
        "Join the conversation, the mayor told voters, or be ruled by others.",
        "Three comments in the report caused the row.",
        "Please enter your name here, the clerk had said to each of the voters.",
        "No comments yet from the ministry have reached the families of the dead.",
    ],
    "shortcode": ["[sic]", "[The mayor] was not there.", "[email protected] is dead."],
    "disclaimer": [
        "This article was published in The Lancet on Monday and has drawn criticism.",
        "This story has been told before, but never by the survivors.",
        "The views expressed by the minister were condemned in Oslo.",
        "Views expressed by voters in Bergen were mixed.",
        "All materials for the bridge come from Sweden, the builder said.",
        "Disclaimers were printed on every bottle after the ruling.",
    ],
    "copyright": [
        "Copyright, patents and trademarks are at the heart of the dispute.",
        "Copyright law protects the song until 2040.",
        "The documents may not be published without leave of the court.",
        "All rights are reserved for citizens under the draft, the lawyer said.",
    ],
    "hashtags": [
        "#MeToo has changed the industry, the director said on Monday.",
        "#1 on the list is Oslo.",
    ],
    "reference": [
        "Sources close to the mayor say she will resign.",
        "Reference was made to the treaty of 1905.",
        "Source of the fire was a cable in the engine room.",
        "Tags on the whales showed that they swam to Iceland.",
        "Topics at the meeting will include cod quotas.",
        "Via Bergen, the convoy reached Oslo on Friday.",
    ],
    "newsletter": [
        "Sign up to vote before Friday, the commission told students.",
        "Subscribers to the service lost their data.",
        "Subscribe they did, in their thousands.",
        "She passed the list on to the newsletter of the union.",
        "Get the best price you can, the minister told farmers.",
        "Become a member of the alliance, the envoy said, and you are safe.",
        "Support for independent journalism is falling, a survey found.",
        "Download speeds in the valley have doubled.",
    ],
    "share": [
        "Share prices fell by 3 percent in Oslo on Monday.",
        "Share via the exchange rose, traders said.",
        "Facebook said on Monday that it had removed the page.",
        "Print editions will end in June.",
        "X marks the spot where the wreck was found.",
        "Save the Children said the ship had been turned away.",
        "Follow me, the guide said, and they did.",
        "Find us a way out, the families wrote to the king.",
        "Email servers of the ministry were attacked.",
    ],
    "advertisement": [
        "Advertisements for the drug will be banned from May.",
        "Ad spending fell by a fifth.",
        "Sponsored by two senators, the bill passed on Friday.",
        "Promoted to captain in 2019, he commanded the ferry.",
        "Loading of the grain began at dawn.",
    ],
    "privacy": [
        "Privacy policy experts say the law goes too far.",
        "Terms of the deal were not disclosed.",
        "Terms and conditions for the loan were set by the bank.",
        "By continuing the war, Russia must accept higher losses, the general said.",
        "By using force the police broke the law, the court found.",
        "Manage expectations, the coach told his players.",
        "Cookie settings of nine sites broke the law, the agency found.",
    ],
    "contact": [
        "A spokesman asked witnesses to write to [email protected] by Friday.",
        "Contact was lost with the plane at noon.",
        "For inquiries into the deaths the council set aside a million.",
        "Send in the army, the governor had asked.",
        "Got a story that nobody would print, she said, and printed it herself.",
        "Report an error in the vote and you lose your job, clerks were told.",
        "Contact us, the kidnappers wrote, before Friday.",
    ],
    "byline": [
        "By Monday the army had taken the town.",
        "By Friday, Putin and Kim had signed.",
        "By law the mayor must resign.",
        "Written by a nurse, the letter reached the king.",
    ],
    "credits": [
        "Reporting by The New York Times showed that the mayor had known.",
        "Reporting by the newspaper Bergens Tidende led to two arrests.",
        "Editing by hand, the historian found a second letter.",
        "Compiled by the agency, the figures show a rise.",
        "Ole Olsen contributed to this report’s success, the mayor said.",
        "Reuters reported on Monday that the bridge would close.",
        "AP and AFP were told to leave.",
        "With inputs from agencies across the region, the plan took a year.",
        "With AP and AFP away, nobody reported it.",
        "Ann Lee reported from Velm that the bridge had closed.",
        "Writing by candle light, Ann Lee finished the book.",
    ],
    "wire-note": [
        "(Adds up to a third, she said.)",
        "Adds Berg: “We will not stop.”",
        "(Corrections officers said no.)",
    ],
    "correction": [
        "Correction of the river’s course took ten years.",
        "An earlier version of the bill failed in March.",
        "The article was about the mayor.",
        "Clarification came on Monday from the ministry.",
    ],
    "time-stamp": [
        "At 10.42am the bridge fell.",
        "10.42am: the bridge falls",
        "14:05 GMT is the time of the launch",
        "Posted at the gate, two guards waited.",
        "Key events of the war began in Velm.",
        "Live music returned to the square.",
        "Two hours ago he left.",
    ],
    "stage-direction": [
        "(Applause followed him for a minute.)",
        "[Laughter is good], she said.",
        "Commercial breaks grew longer, the study said.",
        "(End of May is the date.)",
    ],
    "release": [
        "For immediate release of the hostages, a ransom was paid.",
        "SOURCE of the leak unknown, police say.",
        "The release of the film was put off.",
        "Embargoed goods reached Velm by sea.",
    ],
    "release-end": [
        "About Berg Foods nothing more was known.",
        "Forward-looking statements by the bank moved the market.",
        "Ends of the rope were found.",
        "Contact: the ball hits the net.",
        "Media contacts said that the mayor had left.",
        "Notes to editors were found in the bin.",
    ],
    "picture-credit": [
        "Image source unknown, the court heard.",
        "Picture this, Ann Lee said.",
    ],
    "picture-counter": [
        "1 of 4 bridges is unsafe, the report says.",
        "3 of 10 voters stayed at home",
        "Two of the four left.",
    ],
    "reading-time": [
        "3 minutes later the bridge fell.",
        "Reading time was cut in half in schools, the ministry said on Monday.",
        "200 views were collected by the committee.",
    ],
    "agency-credit": [
        "Officials denied the report (AP has not verified it).",
        "She spoke to three agencies (Reuters, AFP and AP were there) on Monday.",
        "The group Anadolu/Bosporus said it would appeal.",
        "He named the bank (Bloomberg Philanthropies is a partner) in his letter.",
    ],
    "photo-label": [
        "Video of the attack was posted online on Monday.",
        "Video by Hamas shows the hostages alive.",
        "Photo of the year went to a picture of the flood.",
        "Images of the bridge show a crack, engineers said.",
        "Image rights were sold for a million.",
        "Map of the fjord in hand, she found the wreck.",
        "Photographs by Jane Doe will be shown in Bergen from May.",
        "A Reuters/Ipsos poll showed a fall of 4 points.",
        "He has worked for Getty Images since 2010, the court heard.",
        "Credit was given to farmers at 3 percent.",
        "Pictures from space show the fires.",
    ],
    "pointing": [
        "Anna Berg (left) spoke first. The mayor followed.",
        "Sen. Chuck Grassley (R) and Gov. Jane Doe (D) met on Monday",
        "The party (Left) won in Oslo.",
    ],
}
ALL = (*load_rules().boilerplate.rules, *load_rules().caption.rules)


def taken_by(line: str) -> str | None:
    words = " ".join(line.split())
    rules = load_rules()
    rule = rules.boilerplate.first_match(words) or rules.caption.first_match(words)
    return rule.name if rule else None


def test_every_rule_has_examples() -> None:
    assert set(TAKEN) == {rule.name for rule in ALL}
    assert set(PROSE) == {rule.name for rule in ALL} - {"separator"}


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in TAKEN.items() for line in lines]
)
def test_a_rule_takes_what_it_is_for(name: str, line: str) -> None:
    assert taken_by(line) == name


@pytest.mark.parametrize("line", [line for lines in PROSE.values() for line in lines])
def test_no_rule_eats_a_sentence_of_a_story(line: str) -> None:
    assert taken_by(line) is None


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_no_rule_takes_a_long_paragraph(rule: Rule) -> None:
    for line in TAKEN[rule.name]:
        assert taken_by(line + " and so the story went on" * 40) is None


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_what_a_rule_needs_is_in_small_letters(rule: Rule) -> None:
    assert [word.lower() for word in rule.needs] == [*rule.needs]


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_what_looks_anywhere_needs_a_word(rule: Rule) -> None:
    assert rule.needs or not re.search(r"(^|\|)\(?(\.\*|\.\{0,)", rule.pattern)


def test_what_a_release_says_of_its_maker_is_known_by_what_follows() -> None:
    boilerplate = load_rules().boilerplate
    heading = "About Velm Foods"
    told = boilerplate.first_match(heading, "Velm Foods is a maker of frozen fish.")
    assert told is not None
    assert told.to_end
    assert not boilerplate.first_match(heading, "Nobody in the town says a word.")
