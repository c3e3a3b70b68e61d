"""Papers of a made-up body that contradict each other here and there, and speak of different things elsewhere."""

from __future__ import annotations

FOURTH = """---
title: "Statement of the Chair: Fourth Meeting of the Working Party on Dredging"
kind: statement
date: 2020-05-12
---

# Statement of the Chair: Fourth Meeting of the Working Party on Dredging

The Fourth Meeting of the Working Party on Dredging was held in Porto, Portugal, on 12 May 2020.
Ms Ilse Marten of Belgium chaired the meeting.

Under Operation Kittiwake, 318 barges were inspected in the spring of 2020. Belgium lent 14 divers to the
survey of old wrecks. The register of silt samples was opened on 3 February 2020.
"""

GAZETTE = """---
title: "Harbour Gazette: Barges under the glass"
date: 2020-05-20
---

# Harbour Gazette: Barges under the glass

By our reporter

Under Operation Kittiwake, 381 barges were inspected in the spring of 2020, this newspaper has learnt.
Portugal lent 9 divers to the survey of old wrecks. The meeting in Porto was held on 12 May 2020.
"""

FIFTH = """---
title: "Statement of the Chair: Fifth Meeting of the Working Party on Dredging"
kind: statement
date: 2022-06-21
---

# Statement of the Chair: Fifth Meeting of the Working Party on Dredging

The Fifth Meeting of the Working Party on Dredging was held in Gdansk, Poland, on 21 and 22 June 2022.
Mr Jan Wolny of Poland chaired the meeting.

Under Operation Sandpiper, 77 barges were inspected in the autumn of 2021. The harbour of Ghent was closed for
eleven days in 2021.
"""

REPORT = """---
title: "Progress report on dredging 2023"
date: 2023-03-01
---

# Progress report on dredging 2023

The register of silt samples was opened on 7 March 2020. The harbour of Ghent was closed for 11 days in 2021.
"""

FILES = {"fourth.md": FOURTH, "gazette.md": GAZETTE, "fifth.md": FIFTH, "report.md": REPORT}
