"""Every rule takes what it is for, and leaves alone what a story says.

A line below a rule's name must be taken by that rule; one below the same name in
`PROSE` begins alike and must be taken by none.
"""

from __future__ import annotations

import pytest

from newsdiff.reading.rules import first_match, load_rules

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
        "Photo: Jane Doe",
        "File photo of the bridge before the storm",
        "Photo credit: Ole Olsen",
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
ALL = (*load_rules().boilerplate, *load_rules().caption)


def taken_by(line: str) -> str | None:
    words = " ".join(line.split())
    rule = first_match(load_rules().boilerplate, words) or first_match(
        load_rules().caption, words
    )
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
def test_no_rule_takes_a_long_paragraph(rule: object) -> None:
    for line in TAKEN[rule.name]:  # type: ignore[attr-defined]
        assert taken_by(line + " and so the story went on" * 40) is None
