"""What a run is told: one typed object, from a file, the environment and flags.

`values` declares every setting with its type, default and meaning, `hooks` who is told of a run, `layers` reads them
from where they are set, and `shown` shows them to a person.
"""
