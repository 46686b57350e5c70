"""Short invented news of two events and of none, for stories in the list."""

from __future__ import annotations

FERRY = (
    """---
outlet: Courier
published: 2024-06-03
---

Ferry Ostrava Star runs aground off Kelmsay with 214 on board

The ferry Ostrava Star ran aground off Kelmsay on Monday with 214 people on board.

Captain Lena Marrick had left Port Derrow at 6 p.m., Northway Lines said.
""",
    """---
outlet: Tribune
published: 2024-06-03
---

Passengers taken off stranded ferry

All 214 passengers of the Ostrava Star were brought ashore at Kelmsay.

Captain Lena Marrick is being interviewed in Port Derrow, Northway Lines said.
""",
    """---
outlet: Radio
published: 2024-06-04
---

Stranded ferry to be refloated

Tugs from Port Derrow hope to refloat the Ostrava Star, with 214 on board, off Kelmsay.

Captain Lena Marrick reported a failure of the steering, Northway Lines said.
""",
)
BUDGET = (
    """---
outlet: Ledger
published: 2024-06-03
---

Council of Hexley votes to close two libraries

Hexley council voted 31 to 28 to close two libraries, Councillor Prue Danby said.

Wes Harcourt had collected 9,300 signatures against the gap of 4.2 million.
""",
    """---
outlet: Gazette
published: 2024-06-03
---

Hexley libraries to close after narrow vote

Hexley councillors voted 31 to 28 for a budget put forward by Prue Danby.

Wes Harcourt, who handed in 9,300 signatures, spoke of a gap of 4.2 million.
""",
)
LONELY = """---
outlet: Globe
published: 2024-06-05
---

Orchid show opens in Tarvik

Signe Holm opened the orchid show in the glasshouse of Tarvik.
"""
STORIES = (FERRY[0], BUDGET[0], FERRY[1], LONELY, BUDGET[1], FERRY[2])
"""Courier, Ledger, Tribune, Globe, Gazette, Radio."""
WIRE = """VANTARA (Reuters) - An earthquake of magnitude 6.2 shook Vantara on Tuesday.

Governor Idris Okan said that at least 17 people were killed in Belmesh.

Rescuers pulled nine people out of a school in Old Karsa before noon.

Power failed in all of the province, and trains stood still until evening.
"""
