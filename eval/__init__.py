"""How good the assistant is on a set of questions, how sure that is, and what changed.

from pathlib import Path
from eval import figures, run

for one in run([Path("questions.jsonl")], documents=Path("documents")):
    print(one.system, figures(one.results).right)
"""

from __future__ import annotations

from eval.asserting import assert_answer
from eval.questions import BadQuestions, Question, load_questions
from eval.results import Figures, Result, Run, figures
from eval.run import run

__all__ = [
    "BadQuestions",
    "Figures",
    "Question",
    "Result",
    "Run",
    "assert_answer",
    "figures",
    "load_questions",
    "run",
]
