"""When and in which order: the pipeline, the nightly flow, its schedule and the command line.

`flows.pipeline` runs the stages one after another, without Prefect; `flows.nightly` runs the same stages as a Prefect
flow. Only this package imports Prefect, and only for a run under Prefect.
"""
