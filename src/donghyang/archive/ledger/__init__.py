"""The ledger of an archive asked: targets and what became of them, benefits, rankings, records, needs, entities.

Every answer stands at its place: the article that says it, and the words.
"""

from donghyang.archive.ledger.benefits import Asking, benefits
from donghyang.archive.ledger.booked import Booked, Chosen, booked
from donghyang.archive.ledger.commitments import Commitments, Due, commitments, due_of, last_day
from donghyang.archive.ledger.entities import Card, card
from donghyang.archive.ledger.needs import Serving, needs
from donghyang.archive.ledger.standings import Standing, standings

__all__ = [
    "Asking",
    "Booked",
    "Card",
    "Chosen",
    "Commitments",
    "Due",
    "Serving",
    "Standing",
    "benefits",
    "booked",
    "card",
    "commitments",
    "due_of",
    "last_day",
    "needs",
    "standings",
]
