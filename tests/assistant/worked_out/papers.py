"""Papers of a made-up commission on lighthouses whose figures can be set against each other."""

from __future__ import annotations

SECOND = """---
title: "Minutes of the Second Meeting of the Commission on Lighthouses"
kind: minutes
date: 2015-06-09
---

# Minutes of the Second Meeting of the Commission on Lighthouses

The Second Meeting of the Commission on Lighthouses was held in Split, Croatia, on 9 and 10 June 2015.

## Stock

The Secretary presented the list of towers. It comprises 118 towers on four coasts. Malta offered 12 lamps to the
pool of spare lamps. At the end of 2014 the Common Store held 640 lenses, against 410 a year earlier.

Mirrors were made of silver in 61 per cent of the towers; among the floating lights the share is 27 per cent.
Ireland pledged to train thirty keepers in the repair of lenses.
"""

FIFTH = """---
title: "Minutes of the Fifth Meeting of the Commission on Lighthouses"
kind: minutes
date: 2021-09-14
---

# Minutes of the Fifth Meeting of the Commission on Lighthouses

The Fifth Meeting of the Commission on Lighthouses was held in Bergen, Norway, on 14 and 15 September 2021.

## Stock

The list of towers has grown. It comprises 163 towers. The pool of spare lamps has 70 lamps. The Common Store
held 590 lenses on 31 August 2021.

Mirrors made of silver are found in 66 per cent of the towers and in 45 per cent of the floating lights. Ireland
reported that it had trained 41 keepers in the repair of lenses.

Nine of the fifteen fog horns meant for the northern coast have been tested. Three of the eight bells for harbour
walls have not been cast. Beside them 24 buoys were painted, against a target of 35.
"""

FILES = {"second.md": SECOND, "fifth.md": FIFTH}

SECOND += """
The Secretary recalled Exercise Gannet, the first of its kind. It ended in 2014, after 33 rescues in the dark.
The network of signal masters was founded on 4 March 2012.
"""
FIFTH += """
Exercise Gannet of 2014 had been followed by 38 rescues in the dark. Exercise Petrel led to 52 rescues.
"""
FILES = {"second.md": SECOND, "fifth.md": FIFTH}
