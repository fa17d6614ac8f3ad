"""Exercises: ask, predict, reveal, check, hint, solution.

>>> check("2.1", 64.5).state
'not yet'
>>> check("2.1", "35,5 %").state
'right'
"""

from helpers.exercises.answering import check, hint, solution
from helpers.exercises.form import ask
from helpers.exercises.prediction import predict
from helpers.exercises.result import Result
from helpers.exercises.unveiling import reveal

__all__ = ["Result", "ask", "check", "hint", "predict", "reveal", "solution"]
