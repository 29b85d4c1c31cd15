"""What speaks for and against a label: every weight of the enumerations, in one place."""

from __future__ import annotations

# How many hypotheses are kept from label to label: the best so far, and those that can still come to most.
MOST_BEST, MOST_HOPEFUL = 6, 8
# How many of an answer's labels are enough to weigh an enumeration by.
MOST_WEIGHED = 200

# A reading that weighs less than the best one by no more than this weighs nearly as much: a warning says so. It was
# measured (docs/accuracy.md, Doubt): of the documents with a wider lead nearly all are right.
NEARLY_AS_MUCH_IN_ANSWER, NEARLY_AS_MUCH_IN_QUESTION = 1.5, 0.3

# What speaks for a label being the beginning of a part.
A_PART = 4.0
IN_TURN = 3.0  # it continues the count
ASKED = 1.0  # a sub-question has it; without, it is a list under a part that counts up
UNASKED = -3.0
SAME_STYLE, OTHER_STYLE = 1.0, -2.0
REPEATS_QUESTION = 4.0  # its text begins with the text of its question
COMBINED = 1.0  # several labels together are no coincidence
ANSWERED = -3.0  # a label among them that another part bears already
# What speaks against it: a sentence goes on through it, or after it with a small letter.
TORN = -5.0
IN_MID_LINE = -3.0  # nothing shows that a line of its own began with it
SMALL_LETTER = -4.0
CELL = -2.0  # a line that is nothing but a figure: a cell of a table
# What a list inside a part explains.
INNER_BEGINS, INNER_GOES_ON = -1.0, 1.0
BEFORE_ANY_PART = -3.0  # an intro seldom holds a list, unless a colon introduces it
INTRODUCED = 0.6  # a colon stands before its first label
INNER_LIKE_OUTER = -0.5  # in the style of the parts themselves
# A label that nothing explains.
UNEXPLAINED, UNEXPLAINED_TORN = -2.0, -0.5
