"""When and in which order: the pipeline, the nightly flow, its schedule and the command line.

`flows.pipeline` puts the stages one after another and knows no Prefect; `flows.nightly` runs the same stages as a
Prefect flow. Only this package imports Prefect, and only where a run under Prefect was asked for.
"""
