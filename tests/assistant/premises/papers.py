"""A statement and the minutes of a made-up body, with whole lists of who came."""

from __future__ import annotations

STATEMENT = """---
title: "Statement of the Co-Chairs: Sixth Meeting of the Panel on Alpine Huts"
kind: statement
---

# Statement of the Co-Chairs: Sixth Meeting of the Panel on Alpine Huts

The Panel on Alpine Huts held its Sixth Meeting in Bolzano, Italy, on 4 October 2018.
Mr Luca Ferrandi-Costa of Italy and Ms Anja Weiss-Huber of Austria co-chaired the meeting.

## Attendance

The meeting was attended by five members (Austria, France, Italy, Slovenia and Switzerland) and by two observers
(Germany and Spain).

Norway sent apologies.

## Work of the meeting

Slovenia presented on water tanks. France reported on solar roofs.

The Panel endorsed the Charter of Quiet Huts.
"""

MINUTES = """# Minutes of the Seventh Meeting of the Panel on Alpine Huts

Date: 11 March 2021

The Seventh Meeting of the Panel on Alpine Huts was held online on 11 March 2021.

Chair: Ms Anja Weiss-Huber (Austria)

## Present

- Austria
- Italy
- Slovenia

## Apologies

- France

## Decisions

The Panel rejected the proposal for a toll on paths.
"""

FILES = {"statement.md": STATEMENT, "minutes.md": MINUTES}
