"""Invented news: four events, told by outlets that do not exist."""

from __future__ import annotations

FERRY = {
    "courier": """Ferry Ostrava Star runs aground off Kelmsay with 214 on board

The ferry Ostrava Star ran aground off Kelmsay on Monday evening with 214 people on \
board, the coastguard said. Nobody was hurt.

Captain Lena Marrick had left Port Derrow at 6 p.m. “We felt a long scrape,” said \
passenger Tom Aldous. Tugs from Derrow are to pull the ship free at high water.

The owner, Northway Lines, has opened an inquiry. The Kelmsay channel was dredged in \
2019.""",
    "tribune": """Passengers taken off stranded ferry

All 214 passengers and crew of the Ostrava Star were brought ashore overnight after \
the ferry grounded near Kelmsay, Northway Lines said.

Lifeboats from Port Derrow and Kelmsay carried them to a school hall, where Tom \
Aldous, a teacher, said he had felt “a long scrape”.

Captain Lena Marrick is being interviewed by investigators. Tugs will try to refloat \
the vessel.""",
    "radio": """Stranded ferry to be refloated at high tide

Tugs hope to refloat the Ostrava Star, the Northway Lines ferry that ran aground off \
Kelmsay with 214 people on board.

The coastguard said the hull was intact. Captain Lena Marrick had reported a failure \
of the steering shortly after leaving Port Derrow.""",
}
QUAKE = {
    "wire": """Strong earthquake shakes Vantara province

VANTARA, June 3 (AP) — An earthquake of magnitude 6.2 shook Vantara province early on \
Tuesday, and at least 17 people were killed, Governor Idris Okan said.

The quake brought down houses in Belmesh and Old Karsa. Rescuers of the Red Crescent \
pulled nine people out of a school in Belmesh.

Power failed in all of Vantara. “We need tents and water,” Okan said.""",
    "daily": """Seventeen dead as earthquake hits Vantara

At least 17 people died when a magnitude 6.2 earthquake struck Vantara province on \
Tuesday, according to Governor Idris Okan.

In Belmesh, nine people were rescued from a school by the Red Crescent. Old Karsa was \
without power.""",
}
OTHER_QUAKE = {
    "globe": """Earthquake felt across Norrland islands

An earthquake of magnitude 5.1 was felt across the Norrland islands on Friday, and no \
damage was reported, the seismological institute in Tarvik said.

Residents of Tarvik ran into the streets, Mayor Signe Holm said. A school was closed \
for an inspection.""",
}
BUDGET = {
    "ledger": """Council of Hexley votes to close two libraries

Hexley council voted 31 to 28 on Wednesday to close two libraries and to raise parking \
fees, Councillor Prue Danby said.

The budget gap of £4.2 million had to be closed, Danby argued. Opponents led by \
Wes Harcourt had collected 9,300 signatures.""",
    "gazette": """Hexley libraries to close after narrow vote

Two Hexley libraries will close after councillors voted 31 to 28 for a budget put \
forward by Prue Danby.

Wes Harcourt, who handed in 9,300 signatures, called it a black day. The council \
faced a gap of £4.2 million.""",
}
EVENTS = (FERRY, QUAKE, OTHER_QUAKE, BUDGET)
ALL = [text for event in EVENTS for text in event.values()]
